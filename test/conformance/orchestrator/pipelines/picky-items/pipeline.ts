import { map } from '../../../../../src/pipeline/map.ts';
import { pipeline } from '../../../../../src/pipeline/pipeline.ts';
import { picky, seed } from './steps.ts';

/** A Distributed Map of which one item fails. */
export const pickyItems = pipeline('picky-items', { parameters: {} }, () => {
  const { items } = seed({}, { size: 3 });
  map(items, { maxItems: 50, concurrency: 1 }, (value) => picky({ value }).value);
});
