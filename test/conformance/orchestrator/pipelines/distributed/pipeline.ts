import { map } from '../../../../../src/pipeline/map.ts';
import { integer } from '../../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { double, seed, total } from './steps.ts';

/** Over more items than an inline Map takes. */
export const distributed = pipeline('distributed', { parameters: { size: integer({ default: 3 }) } }, ({ size }) => {
  const { items } = seed({}, { size });
  const doubled = map(items, { maxItems: 50, concurrency: 8 }, (value) => double({ value }).value);
  total({ values: doubled });
});
