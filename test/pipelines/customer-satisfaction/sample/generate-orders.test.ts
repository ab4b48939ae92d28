import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateOrders } from '../../../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { OLIST_COLUMNS, type OlistColumn } from '../../../../pipelines/customer-satisfaction/sample/olist-row.ts';
import { sampleOrders } from '../../../../pipelines/customer-satisfaction/sample/sample.ts';
import { readCsv } from '../../../../src/data/csv/read.ts';
import { type Row, rowsOf } from '../../../../src/data/rows.ts';
import type { Columns } from '../../../../src/data/table.ts';

async function* generated(rows: number, seed: number): AsyncGenerator<Uint8Array> {
  yield* generateOrders({ rows, seed });
}

async function generatedRows<const C extends Columns>(columns: C): Promise<Row<C>[]> {
  return [...rowsOf(await readCsv(generated(sampleOrders.rows, sampleOrders.seed), columns))];
}

function sha256(rows: number, seed: number): string {
  const hash = createHash('sha256');
  for (const chunk of generateOrders({ rows, seed })) hash.update(chunk);
  return hash.digest('hex');
}

describe('generateOrders', () => {
  it('gives these bytes for this seed, on every machine', () => {
    expect(sha256(2000, 7)).toBe('d7f99797351d1f93b0e94067ecff27fd7a0d5fa67a1b8b547a3cecabf6928043');
  });

  it('gives other bytes for another seed', () => {
    expect(sha256(100, 1)).not.toBe(sha256(100, 2));
  });

  it.each([0, 1, 7, 1000])('gives %d rows when asked to', async (rows) => {
    const table = await readCsv(generated(rows, 1), { order_id: 'text' });
    expect(table.rowCount).toBe(rows);
  });

  it('has the columns of the Olist file in its order', () => {
    const [head] = [...generateOrders({ rows: 1, seed: 1 })].map((chunk) => Buffer.from(chunk).toString());
    expect(head?.split('\n')[0]).toBe(OLIST_COLUMNS.join(','));
    expect(OLIST_COLUMNS).toHaveLength(33);
  });
});

describe('the sample', () => {
  /** Ranges of the real file. */
  const ranges = {
    payment_sequential: [1, 29],
    payment_installments: [0, 24],
    payment_value: [0, 13_664.08],
    price: [0.85, 6735],
    freight_value: [0, 409.68],
    product_name_lenght: [5, 76],
    product_description_lenght: [4, 3992],
    product_photos_qty: [1, 20],
    product_weight_g: [0, 40_425],
    product_length_cm: [7, 105],
    product_height_cm: [2, 105],
    product_width_cm: [6, 118],
    review_score: [1, 5],
  } as const;
  type Measure = keyof typeof ranges;
  let measures: Row<Record<Measure, 'float'>>[];
  let texts: Row<Record<OlistColumn, 'text'>>[];

  beforeAll(async () => {
    const names = Object.keys(ranges) as Measure[];
    measures = await generatedRows(
      Object.fromEntries(names.map((name) => [name, 'float'])) as Record<Measure, 'float'>,
    );
    texts = await generatedRows(
      Object.fromEntries(OLIST_COLUMNS.map((name) => [name, 'text'])) as Record<OlistColumn, 'text'>,
    );
  });

  it.each(Object.entries(ranges) as [Measure, readonly [number, number]][])(
    'keeps %s within %j',
    (name, [least, most]) => {
      const values = measures.map((row) => row[name]).filter((value) => value !== undefined);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(least);
      expect(Math.max(...values)).toBeLessThanOrEqual(most);
      expect(new Set(values).size).toBeGreaterThan(4);
    },
  );

  it.each([
    ['order_delivered_carrier_date', 1195 / 115_609],
    ['order_delivered_customer_date', 2400 / 115_609],
    ['review_comment_message', 66_703 / 115_609],
  ] as const)('leaves out %s as often as the real file', (name, share) => {
    const ratio = missing(texts, name) / texts.length / share;
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });

  it('leaves out an approval and the measures of a product now and then', () => {
    expect(missing(texts, 'order_approved_at')).toBeGreaterThan(0);
    expect(missing(texts, 'order_approved_at')).toBeLessThan(20);
    for (const name of ['product_weight_g', 'product_length_cm', 'product_height_cm', 'product_width_cm'] as const) {
      expect(missing(texts, name)).toBe(1);
    }
  });

  it('leaves out nothing else', () => {
    expect(OLIST_COLUMNS.filter((name) => missing(texts, name) > 0)).toEqual([
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'product_weight_g',
      'product_length_cm',
      'product_height_cm',
      'product_width_cm',
      'review_comment_message',
    ]);
  });

  it('has comments with accents, quotes, commas and line ends', () => {
    const comments = texts.map((row) => row.review_comment_message).filter((comment) => comment !== undefined);
    for (const pattern of [/ã/, /"/, /,/, /\n/, /\r\n/, /👏/u]) {
      expect(comments.filter((comment) => pattern.test(comment)).length).toBeGreaterThan(50);
    }
  });

  it('gives the rows of an order one id, one score and items counted from one', () => {
    const orders = Map.groupBy(texts, (row) => row.order_id);
    const several = [...orders.values()].filter((rows) => rows.length > 1);
    expect(several.length).toBeGreaterThan(1000);
    for (const rows of several) {
      expect(new Set(rows.map((row) => row.review_score)).size).toBe(1);
      expect(rows.map((row) => row.order_item_id)).toEqual(rows.map((_, item) => String(item + 1)));
    }
  });

  it('has scores of which the features say something, and not much', () => {
    const scores = measures.map((row) => row.review_score!);
    const explained = (['payment_sequential', 'product_description_lenght', 'product_name_lenght'] as const).map(
      (name) =>
        correlation(
          measures.map((row) => row[name]!),
          scores,
        ) ** 2,
    );
    for (const share of explained) expect(share).toBeGreaterThan(0.001);
    expect(explained.reduce((total, share) => total + share, 0)).toBeLessThan(0.1);
  });

  it('has times that read as times, the delivery after the purchase', async () => {
    const times = await generatedRows({ order_purchase_timestamp: 'time', order_delivered_customer_date: 'time' });
    for (const { order_purchase_timestamp: bought, order_delivered_customer_date: delivered } of times) {
      expect(bought! < (delivered ?? Infinity)).toBe(true);
    }
  });
});

function missing(rows: readonly Row<Record<OlistColumn, 'text'>>[], name: OlistColumn): number {
  return rows.filter((row) => row[name] === undefined).length;
}

function correlation(left: readonly number[], right: readonly number[]): number {
  const [meanLeft, meanRight] = [mean(left), mean(right)];
  const products = left.map((value, index) => (value - meanLeft) * (right[index]! - meanRight));
  return mean(products) / Math.sqrt(variance(left, meanLeft) * variance(right, meanRight));
}

function variance(values: readonly number[], center: number): number {
  return mean(values.map((value) => (value - center) ** 2));
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
