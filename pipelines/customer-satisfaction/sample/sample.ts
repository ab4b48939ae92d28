/** Name of the file that the sample is written to. */
export const sampleFileName = 'sample-orders.csv';

/** The data that a first run trains on when no file is given. */
export const sampleOrders = {
  name: 'sample orders',
  description: 'generated in the shape of the Olist orders (33 columns); not real orders',
  rows: 20_000,
  seed: 7,
} as const;
