import type { Sample } from '../../../src/pipeline/parameters.ts';
import { generateOrders } from './generate-orders.ts';

/** The data that a first run trains on when no file is given. */
export const sampleOrders: Sample = {
  description: 'generated in the shape of the Olist orders (33 columns); not real orders',
  fileName: 'sample-orders.csv',
  rows: 20_000,
  seed: 7,
  generate: generateOrders,
};
