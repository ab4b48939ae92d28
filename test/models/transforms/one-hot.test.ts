import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/data/rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';
import { applyOneHot } from '../../../src/models/transforms/one-hot.ts';

const columns = { origin: 'text', hour: 'int' } as const;
const flights = tableOf(columns, {
  origin: ['ATL', 'DFW', 'ATL', undefined, 'BOS', 'DFW', 'ATL'],
  hour: [7, 8, 7, 7, 9, 8, Number.NaN],
});
const all = { reference: 'none' } as const;

/** Names of the columns that are 1, row by row. */
const marked = (table: Parameters<typeof rowsOf>[0]) =>
  [...rowsOf(table)].map((row) => Object.keys(row).filter((name) => row[name] === 1));

describe('applyOneHot', () => {
  it('marks the category of each row, the most frequent by no mark', () => {
    const table = applyOneHot(fitOneHot(flights, ['origin']), flights);
    expect(Object.keys(table.columns)).toEqual(['origin=DFW', 'origin=BOS', 'origin:missing', 'hour']);
    const [only] = [applyOneHot(fitOneHot(flights, ['origin', 'hour']), flights)];
    expect(marked(only!)).toEqual([
      [],
      ['origin=DFW', 'hour=8'],
      [],
      ['origin:missing'],
      ['origin=BOS', 'hour=9'],
      ['origin=DFW', 'hour=8'],
      ['hour:missing'],
    ]);
  });

  it('groups what is rare, unseen or, when told so, missing', () => {
    const transform = fitOneHot(flights, ['origin'], { ...all, maxCategories: 2, missing: 'other' });
    const unseen = tableOf({ origin: 'text' }, { origin: ['DFW', 'BOS', 'LAX', undefined] });
    expect(marked(applyOneHot(transform, unseen))).toEqual([
      ['origin=DFW'],
      ['origin:other'],
      ['origin:other'],
      ['origin:other'],
    ]);
  });

  it('has no mark for a category never seen when no training row was of another', () => {
    const table = tableOf({ origin: 'text' }, { origin: ['ATL', 'DFW'] });
    const transform = fitOneHot(table, ['origin'], all);
    expect(marked(applyOneHot(transform, tableOf({ origin: 'text' }, { origin: ['LAX'] })))).toEqual([[]]);
  });

  it('marks exactly one column of every training row when there is no reference', () => {
    const category = fc.option(fc.constantFrom('a', 'b', 'c', 'other', 'é', ''), { nil: undefined });
    const options = fc.record({
      maxCategories: fc.integer({ min: 1, max: 7 }),
      minShare: fc.double({ min: 0, max: 1, noNaN: true }),
      missing: fc.constantFrom('own' as const, 'other' as const),
      reference: fc.constant('none' as const),
    });
    fc.assert(
      fc.property(fc.array(category, { minLength: 1 }), options, (texts, given) => {
        const table = tableOf({ x: 'text' }, { x: texts });
        const rows = marked(applyOneHot(fitOneHot(table, ['x'], given), table));
        assert(rows.every((names) => names.length === 1));
      }),
    );
  });

  it('knows no more than the columns it leaves', () => {
    const table = applyOneHot(fitOneHot(flights, ['origin']), flights);
    expect([...table.column('origin=DFW').values]).toEqual([0, 1, 0, 0, 0, 1, 0]);
    // @ts-expect-error the column is encoded
    expect(() => table.column('origin')).toThrow(expect.objectContaining({ code: 'data.column-missing' }));
  });
});

describe('fitOneHot', () => {
  it('ranks by frequency, then by order, and keeps what is frequent enough', () => {
    const encodings = (options: Parameters<typeof fitOneHot>[2]) =>
      fitOneHot(flights, ['origin', 'hour'], options).encodings;
    expect(encodings(all)).toEqual([
      { column: 'origin', categories: ['ATL', 'DFW', 'BOS'], reference: null, other: false, missing: true },
      { column: 'hour', categories: [7, 8, 9], reference: null, other: false, missing: true },
    ]);
    expect(encodings({ minShare: 2 / 7 })[0]).toMatchObject({ categories: ['DFW'], reference: 'ATL', other: true });
  });

  it('holds the most frequent hundred of a million categories, and leaves no more columns', { timeout: 30_000 }, () => {
    const texts = Array.from({ length: 1_000_100 }, (_, row) => `category-${row % 1_000_000}`);
    const transform = fitOneHot(tableOf({ x: 'text' }, { x: texts }), ['x']);
    expect(transform.encodings[0]).toMatchObject({ other: true, missing: false });
    expect(new Set([transform.encodings[0]!.reference, ...transform.encodings[0]!.categories])).toEqual(
      new Set(texts.slice(0, 100)),
    );
    const some = tableOf({ x: 'text' }, { x: ['category-1', 'category-999999', 'never seen'] });
    expect(marked(applyOneHot(transform, some))).toEqual([['x=category-1'], ['x:other'], ['x:other']]);
    expect(Object.keys(applyOneHot(transform, some).columns)).toHaveLength(100);
  });

  it('does not compile for a column that is not there', () => {
    // @ts-expect-error there is no such column
    expect(() => fitOneHot(flights, ['orign'])).toThrow(expect.objectContaining({ code: 'data.column-missing' }));
  });

  it.each([{ maxCategories: 0 }, { maxCategories: 1.5 }, { minShare: -1 }, { minShare: Number.NaN }])(
    'refuses %j',
    (options) => {
      expect(() => fitOneHot(flights, ['origin'], options)).toThrow(
        expect.objectContaining({ code: 'model.bad-one-hot' }),
      );
    },
  );

  it('refuses a table without rows', () => {
    const empty = tableOf({ origin: 'text' }, { origin: [] });
    expect(() => fitOneHot(empty, ['origin'])).toThrow(expect.objectContaining({ code: 'model.no-training-rows' }));
  });
});
