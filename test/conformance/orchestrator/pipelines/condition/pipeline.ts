import { flag } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { when } from '../../../../../src/pipeline/when.ts';
import { decide, seed } from './steps.ts';

export const condition = pipeline('condition', { parameters: { go: flag({ default: true }) } }, ({ go }) => {
  const decided = decide({}, { go });
  when(decided.go, () => void seed({}, { size: 1 }));
});
