import { table } from '../../src/pipeline/artifact-types.ts';

/** What the model predicts from, spelt as in the Olist file. */
export const features = {
  payment_sequential: 'float',
  payment_installments: 'float',
  payment_value: 'float',
  price: 'float',
  freight_value: 'float',
  product_name_lenght: 'float',
  product_description_lenght: 'float',
  product_photos_qty: 'float',
  product_weight_g: 'float',
  product_length_cm: 'float',
  product_height_cm: 'float',
  product_width_cm: 'float',
} as const;

/** Names of the features, in the order of the model's inputs. */
export const FEATURES = Object.keys(features) as readonly (keyof typeof features)[];

/** One to five stars. */
export const TARGET = 'review_score';

/** Rows of one order are never parted between training and testing. */
export const KEY = 'order_id';

/** Of the numbers that are there; real orders lie well inside. */
const ranges = {
  payment_sequential: { min: 1 },
  payment_installments: { min: 0 },
  payment_value: { min: 0, max: 1_000_000 },
  price: { min: 0, max: 1_000_000 },
  freight_value: { min: 0, max: 100_000 },
  product_name_lenght: { min: 0 },
  product_description_lenght: { min: 0 },
  product_photos_qty: { min: 0 },
  product_weight_g: { min: 0 },
  product_length_cm: { min: 0 },
  product_height_cm: { min: 0 },
  product_width_cm: { min: 0 },
  [TARGET]: { min: 1, max: 5 },
} as const;

/** Rows as they come: one item of an order each, any value may be missing. */
export const orders = table({ [KEY]: 'text', ...features, [TARGET]: 'int' }, { columns: ranges });

const rangesWithoutNulls = Object.fromEntries(
  Object.entries(ranges).map(([name, range]) => [name, { ...range, maxNullShare: 0 }]),
);

/** Rows that a model can be trained and tested on: no value is missing. */
export const modelReady = table({ ...features, [TARGET]: 'int' }, { columns: rangesWithoutNulls });
