import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContract } from '../../../src/data/contract/check-contract.ts';
import { tableOf } from '../../../src/data/table-of.ts';

const none = Number.NaN;
const orders = tableOf(
  { price: 'float', photos: 'int', state: 'text' },
  {
    price: [1.5, -1, none, Number.POSITIVE_INFINITY, -2, -3, -4],
    photos: [1, 2, 2, none, 3, 1, 9],
    state: ['SP', 'RJ', undefined, 'sp', 'RJ', 'São Paulo', 'SP'],
  },
);

describe('checkContract', () => {
  it('finds nothing where nothing is asked for', () => {
    expect(checkContract(orders, {})).toEqual([]);
    expect(checkContract(orders, { minRows: 7, columns: { price: {}, state: {} } })).toEqual([]);
  });

  it('counts the rows out of range and shows the first', () => {
    expect(checkContract(orders, { columns: { price: { min: 0, max: 100 } } })).toEqual([
      {
        rule: "'price' is from 0 to 100",
        count: 5,
        examples: [
          { row: 1, value: -1 },
          { row: 3, value: Number.POSITIVE_INFINITY },
          { row: 4, value: -2 },
        ],
      },
    ]);
    expect(checkContract(orders, { columns: { price: { min: 0 } } })).toMatchObject([
      { rule: "'price' is at least 0", count: 4 },
    ]);
    expect(checkContract(orders, { columns: { price: { max: 1.5 } } })).toMatchObject([
      { rule: "'price' is at most 1.5", count: 1 },
    ]);
  });

  it('finds values that are none of those named', () => {
    expect(checkContract(orders, { columns: { photos: { oneOf: [1, 2] }, state: { oneOf: ['SP', 'RJ'] } } })).toEqual([
      {
        rule: "'photos' is one of 1, 2",
        count: 2,
        examples: [
          { row: 4, value: 3 },
          { row: 6, value: 9 },
        ],
      },
      {
        rule: "'state' is one of SP, RJ",
        count: 2,
        examples: [
          { row: 3, value: 'sp' },
          { row: 5, value: 'São Paulo' },
        ],
      },
    ]);
  });

  it('matches whole texts', () => {
    expect(checkContract(orders, { columns: { state: { matches: '[A-Z]{2}' } } })).toMatchObject([
      { rule: "'state' matches [A-Z]{2}", count: 2, examples: [{ row: 3 }, { row: 5 }] },
    ]);
    expect(checkContract(orders, { columns: { state: { matches: 'SP|RJ|sp|.*Paulo' } } })).toEqual([]);
  });

  it('finds values that come twice, missing ones apart', () => {
    expect(checkContract(orders, { columns: { photos: { unique: true }, state: { unique: true } } })).toMatchObject([
      { rule: "'photos' is unique", count: 4, examples: [{ row: 0, value: 1 }, { row: 1, value: 2 }, { row: 2 }] },
      {
        rule: "'state' is unique",
        count: 4,
        examples: [
          { row: 0, value: 'SP' },
          { row: 1, value: 'RJ' },
        ],
      },
    ]);
    const single = tableOf({ id: 'int', key: 'text' }, { id: [1, none, none], key: ['a', undefined, undefined] });
    expect(checkContract(single, { columns: { id: { unique: true }, key: { unique: true } } })).toEqual([]);
  });

  it('holds missing values to their share', () => {
    expect(checkContract(orders, { columns: { price: { maxNullShare: 0 }, state: { maxNullShare: 0.1 } } })).toEqual([
      { rule: "'price' is never missing", count: 1, examples: [{ row: 2, value: null }] },
      { rule: "'state' is missing in at most 10 % of the rows", count: 1, examples: [{ row: 2, value: null }] },
    ]);
    expect(checkContract(orders, { columns: { price: { maxNullShare: 1 / 7 } } })).toEqual([]);
  });

  it('wants enough rows', () => {
    expect(checkContract(orders, { minRows: 8 })).toEqual([{ rule: 'at least 8 rows', count: 7, examples: [] }]);
  });

  it('counts what a plain look at every row counts', () => {
    const cell = fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined });
    fc.assert(
      fc.property(
        fc.array(cell),
        fc.integer({ min: -5, max: 0 }),
        fc.integer({ min: 0, max: 5 }),
        (cells, min, max) => {
          const table = tableOf(
            { number: 'int', text: 'text' },
            { number: cells.map((value) => value ?? none), text: cells.map((value) => value?.toString()) },
          );
          const allowed = Array.from({ length: max - min + 1 }, (_, index) => min + index);
          const there = cells.filter((value) => value !== undefined);
          const outside = there.filter((value) => value < min || value > max).length;
          const repeated = there.filter((value) => there.indexOf(value) !== there.lastIndexOf(value)).length;
          const countOf = (columns: Parameters<typeof checkContract<typeof table.columns>>[1]['columns'] & {}) =>
            checkContract(table, { columns })[0]?.count ?? 0;

          expect(countOf({ number: { min, max } })).toBe(outside);
          expect(countOf({ number: { oneOf: allowed } })).toBe(outside);
          expect(countOf({ text: { oneOf: allowed.map(String) } })).toBe(outside);
          expect(countOf({ number: { unique: true } })).toBe(repeated);
          expect(countOf({ text: { unique: true } })).toBe(repeated);
          expect(countOf({ number: { maxNullShare: 0 } })).toBe(cells.length - there.length);
          expect(countOf({ text: { maxNullShare: 0 } })).toBe(cells.length - there.length);
        },
      ),
    );
  });
});
