import { map } from '../../../../../src/pipeline/map.ts';
import { integer } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { double, seed, total } from './steps.ts';

export const mapped = pipeline('mapped', { parameters: { size: integer({ default: 3 }) } }, ({ size }) => {
  const { items } = seed({}, { size });
  const doubled = map(items, { maxItems: 5, concurrency: 4 }, (value) => double({ value }).value);
  total({ values: doubled });
});
