import { beforeAll, describe, expect, it } from 'vitest';
import { clean } from '../../../pipelines/customer-satisfaction/clean.ts';
import { FEATURES, modelReady, orders } from '../../../pipelines/customer-satisfaction/columns.ts';
import { encodeTable } from '../../../src/data/arrow/encode.ts';
import { withColumns } from '../../../src/data/select-columns.ts';
import { selectRows } from '../../../src/data/select-rows.ts';
import type { Columns } from '../../../src/data/table.ts';
import { generatedRows, type Rows, split } from './sample-rows.ts';
import { loggingContext, quietContext } from './step-contexts.ts';

let rows: Rows;
beforeAll(async () => {
  rows = await generatedRows();
});

/** Rows whose price is their own index, by which they are known again after the split. */
function numbered(): Rows {
  return changed('price', (_value, row) => row);
}

function changed(
  column: 'price' | 'product_weight_g' | 'review_score',
  change: (value: number, row: number) => number,
): Rows {
  const values = rows.column(column).values.map(change);
  const columns: Columns = { [column]: orders.columns[column] };
  // The column keeps its name and kind.
  return withColumns(rows, columns, { [column]: values }) as Rows;
}

async function cleanRows(from: Rows, parameters = split) {
  return clean.run({ rows: from }, parameters, quietContext());
}

describe('clean', () => {
  it('puts every row on one side, and no order on both', async () => {
    const { train, test } = await cleanRows(numbered());
    const ordersOf = (side: typeof train) =>
      new Set([...side.column('price').values].map((row) => rows.column('order_id').at(row)));
    expect(train.rowCount + test.rowCount).toBe(rows.rowCount);
    expect(ordersOf(train).intersection(ordersOf(test)).size).toBe(0);
    expect(ordersOf(train).union(ordersOf(test)).size).toBeLessThan(rows.rowCount); // there are orders of several rows
  });

  it('keeps about the share asked for to test', async () => {
    const { test } = await cleanRows(rows);
    expect(test.rowCount / rows.rowCount).toBeCloseTo(0.2, 1);
  });

  it('splits otherwise for another seed', async () => {
    const [one, other] = [await cleanRows(numbered()), await cleanRows(numbered(), { ...split, seed: 43 })];
    expect(one.test.column('price').values).not.toEqual(other.test.column('price').values);
  });

  it('gives the same bytes twice', async () => {
    const [once, again] = [await cleanRows(rows), await cleanRows(rows)];
    expect(encodeTable(once.train)).toEqual(encodeTable(again.train));
    expect(encodeTable(once.test)).toEqual(encodeTable(again.test));
    expect(once.imputation).toEqual(again.imputation);
  });

  it('gives tables without a missing value', async () => {
    const { train, test } = await cleanRows(
      changed('product_weight_g', (value, row) => (row % 3 ? value : Number.NaN)),
    );
    expect(train.columns).toEqual(modelReady.columns);
    for (const name of FEATURES) {
      expect(train.column(name).values.some(Number.isNaN)).toBe(false);
      expect(test.column(name).values.some(Number.isNaN)).toBe(false);
    }
  });

  it('fits the imputation on training rows alone', async () => {
    const first = await cleanRows(numbered());
    const testRows = new Set(first.test.column('price').values);
    const blown = changed('product_weight_g', (value, row) => (testRows.has(row) ? 1e6 + row : value));
    const second = await cleanRows(blown);
    expect(second.test.column('product_weight_g').values).not.toEqual(first.test.column('product_weight_g').values);
    expect(weightFill(second)).toEqual(weightFill(first));
  });

  it('fills missing values of test rows with the median of the training rows', async () => {
    const first = await cleanRows(numbered());
    const testRows = new Set(first.test.column('price').values);
    const { test, imputation } = await cleanRows(
      changed('product_weight_g', (value, row) => (testRows.has(row) ? Number.NaN : value)),
    );
    expect(new Set(test.column('product_weight_g').values)).toEqual(new Set([weightFill({ imputation })!.value]));
  });

  it('drops rows without a score and counts them', async () => {
    const { context, log } = loggingContext();
    const unscored = changed('review_score', (value, row) => (row % 10 ? value : Number.NaN));
    const { train, test } = await clean.run({ rows: unscored }, split, context);
    expect(train.rowCount + test.rowCount).toBe(1800);
    expect(log().metrics).toContainEqual({ key: 'rows.without_score', value: 200, step: 0 });
  });

  it('keeps rows without an order id together', async () => {
    const ids = Array.from({ length: rows.rowCount }, (_, row) =>
      row < 100 ? undefined : rows.column('order_id').at(row),
    );
    const nameless = withColumns(numbered(), { order_id: 'text' }, { order_id: ids }) as Rows;
    const { test } = await cleanRows(nameless);
    expect([0, 100]).toContain(test.column('price').values.filter((row) => row < 100).length);
  });

  it.each([0, 1])('refuses a split that leaves one side empty, as at testShare %d', async (testShare) => {
    await expect(async () => cleanRows(rows, { ...split, testShare })).rejects.toMatchObject({
      code: 'clean.too-few-rows',
    });
  });

  it('refuses training rows of one score', async () => {
    await expect(async () => cleanRows(changed('review_score', () => 5))).rejects.toMatchObject({
      code: 'clean.constant-score',
      facts: { seen: expect.stringMatching(/^5 in all \d+ training rows$/) },
    });
  });

  it('refuses a table of one order', async () => {
    await expect(async () => cleanRows(selectRows(rows, [0]))).rejects.toMatchObject({ code: 'clean.too-few-rows' });
  });
});

function weightFill({ imputation }: Pick<Awaited<ReturnType<typeof cleanRows>>, 'imputation'>) {
  return imputation.fills.find(({ column }) => column === 'product_weight_g');
}
