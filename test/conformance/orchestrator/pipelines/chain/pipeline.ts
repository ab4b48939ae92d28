import { integer } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { double, seed } from './steps.ts';

export const chain = pipeline('chain', { parameters: { size: integer({ default: 3 }) } }, ({ size }) => {
  const first = seed({}, { size });
  double({ value: double({ value: first.value }).value });
});
