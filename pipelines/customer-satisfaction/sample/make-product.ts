import { CATEGORIES } from './categories.ts';
import { formatCents } from './format-cents.ts';
import type { OlistPart } from './olist-row.ts';
import type { Random } from './random.ts';

/** What other parts of a row depend on. */
export interface Product {
  readonly priceCents: number;
  readonly freightCents: number;
  readonly nameLength: number;
  readonly descriptionLength: number;
  readonly photoCount: number;
  readonly weightGrams: number;
  readonly lengthCm: number;
  readonly heightCm: number;
  readonly widthCm: number;
}

const LEAST_PRICE_CENTS = 85;
const MOST_PRICE_CENTS = 673_500;
const MOST_FREIGHT_CENTS = 40_968;

/** A product in the ranges of the Olist file, most of them small, light and cheap. */
export function makeProduct(random: Random): Product {
  const weightGrams = random.integer(0, 1500, 2) + random.integer(0, 38_925, 20);
  return {
    priceCents: makePrice(random),
    freightCents: makeFreight(random, weightGrams),
    nameLength: 81 - random.integer(5, 76, 2),
    descriptionLength: random.integer(4, 1200) + random.integer(0, 2792, 8),
    photoCount: random.integer(1, 20, 8),
    weightGrams,
    lengthCm: random.integer(7, 40) + random.integer(0, 65, 6),
    heightCm: random.integer(2, 22) + random.integer(0, 83, 8),
    widthCm: random.integer(6, 34) + random.integer(0, 84, 8),
  };
}

/** Half of them below 50, some above 1,000: a Pareto tail. */
function makePrice(random: Random): number {
  const share = random.unit();
  const cents = LEAST_PRICE_CENTS + random.integer(0, 2500) + Math.floor((3000 * share) / (1.0045 - share));
  return Math.min(cents, MOST_PRICE_CENTS);
}

/** By weight and by a distance; now and then free. */
function makeFreight(random: Random, weightGrams: number): number {
  if (random.chance(0.003)) return 0;
  const cents = 750 + Math.floor(weightGrams * (0.1 + random.unit() * 0.8)) + random.integer(0, 3000, 3);
  return Math.min(cents, MOST_FREIGHT_CENTS);
}

/** The product's columns of a row, without its measures when they are missing. */
export function productColumns(random: Random, product: Product, measured: boolean): OlistPart<ProductColumn> {
  const [portuguese, english] = random.pick(CATEGORIES, 2);
  return {
    product_id: random.identifier(),
    seller_id: random.identifier(),
    price: formatCents(product.priceCents),
    freight_value: formatCents(product.freightCents),
    product_category_name: portuguese,
    product_category_name_english: english,
    product_name_lenght: formatMeasure(product.nameLength),
    product_description_lenght: formatMeasure(product.descriptionLength),
    product_photos_qty: formatMeasure(product.photoCount),
    product_weight_g: measured ? formatMeasure(product.weightGrams) : '',
    product_length_cm: measured ? formatMeasure(product.lengthCm) : '',
    product_height_cm: measured ? formatMeasure(product.heightCm) : '',
    product_width_cm: measured ? formatMeasure(product.widthCm) : '',
  };
}

type ProductColumn =
  | 'product_id'
  | 'seller_id'
  | 'price'
  | 'freight_value'
  | 'product_category_name'
  | 'product_category_name_english'
  | 'product_name_lenght'
  | 'product_description_lenght'
  | 'product_photos_qty'
  | 'product_weight_g'
  | 'product_length_cm'
  | 'product_height_cm'
  | 'product_width_cm';

/** With a fraction, as the file has them: pandas wrote it, and its columns with missing values are floats. */
function formatMeasure(measure: number): string {
  return `${measure}.0`;
}
