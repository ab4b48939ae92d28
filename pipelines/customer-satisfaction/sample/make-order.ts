import { makeDelivery } from './make-delivery.ts';
import { makePayment, paymentColumns } from './make-payment.ts';
import { makeProduct, type Product, productColumns } from './make-product.ts';
import { makeComment, makeScore } from './make-review.ts';
import type { OlistRow } from './olist-row.ts';
import { PLACES } from './places.ts';
import type { Random } from './random.ts';

/** Too rare to be left to chance in a small sample: the first is early, the others as far apart as in the file. */
const FIRST_MISSING = 40;
const ROWS_A_MISSING_APPROVAL = Math.floor(115_609 / 14);
const ROWS_A_MISSING_MEASURE = 115_609;

/** The rows of one order, one an item; `firstRow` is how many came before them. */
export function makeOrder(random: Random, firstRow: number): OlistRow[] {
  const products = Array.from({ length: itemCount(random) }, () => makeProduct(random));
  const payment = makePayment(
    random,
    products.reduce((total, product) => total + costCents(product), 0),
  );
  const delivery = makeDelivery(random, !falls(firstRow, ROWS_A_MISSING_APPROVAL));
  const score = makeScore(random, products[0]!, payment, delivery.daysLate);
  const order = {
    order_id: random.identifier(),
    ...customerColumns(random),
    ...delivery.columns,
    ...paymentColumns(payment),
    review_score: String(score),
    review_comment_message: makeComment(random, score),
  };
  return products.map((product, item) => ({
    ...order,
    ...productColumns(random, product, !falls(firstRow + item, ROWS_A_MISSING_MEASURE)),
    order_item_id: String(item + 1),
  }));
}

/** One item in 9 of 10 orders. */
function itemCount(random: Random): number {
  return random.chance(0.9) ? 1 : random.integer(2, 8, 4);
}

function costCents(product: Product): number {
  return product.priceCents + product.freightCents;
}

function customerColumns(random: Random) {
  const [city, state, zipCodePrefix] = random.pick(PLACES, 2);
  return {
    customer_id: random.identifier(),
    customer_unique_id: random.identifier(),
    customer_city: city,
    customer_state: state,
    customer_zip_code_prefix: String(zipCodePrefix + random.integer(0, 80)),
  };
}

function falls(row: number, everyRows: number): boolean {
  return row % everyRows === FIRST_MISSING;
}
