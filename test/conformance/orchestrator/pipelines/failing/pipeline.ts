import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { when } from '../../../../../src/pipeline/when.ts';
import { broken, decide, seed } from './steps.ts';

export const failing = pipeline('failing', { parameters: {} }, () => {
  broken({});
  when(decide({}, { go: true }).go, () => void seed({}, { size: 1 }));
});
