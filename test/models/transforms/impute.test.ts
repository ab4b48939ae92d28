import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { applyImpute, fitImpute } from '../../../src/models/transforms/impute.ts';

const gap = Number.NaN;
const cell = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: gap });

describe('fitImpute', () => {
  it('takes the median of what is there, and counts what is not', () => {
    const table = tableOf({ a: 'float', b: 'float' }, { a: [9, gap, 1, 4], b: [1, 2, gap, gap] });
    expect(fitImpute(table, ['a', 'b'])).toEqual({
      kind: 'impute',
      strategy: 'median',
      fills: [
        { column: 'a', value: 4, missing: 1 },
        { column: 'b', value: 1.5, missing: 2 },
      ],
    });
  });

  it('takes the lower of two middle integers, which keeps the column one of integers', () => {
    const table = tableOf({ photos: 'int' }, { photos: [1, 2, 7, 9] });
    expect(fitImpute(table, ['photos']).fills[0]!.value).toBe(2);
  });

  it('refuses a column without any value', () => {
    const table = tableOf({ a: 'float' }, { a: [gap, gap] });
    expect(() => fitImpute(table, ['a'])).toThrow(expect.objectContaining({ code: 'model.column-all-missing' }));
  });

  it('refuses a table without rows, and infinite values', () => {
    expect(() => fitImpute(tableOf({ a: 'float' }, { a: [] }), ['a'])).toThrow(
      expect.objectContaining({ code: 'model.no-training-rows' }),
    );
    expect(() => fitImpute(tableOf({ a: 'float' }, { a: [Number.POSITIVE_INFINITY] }), ['a'])).toThrow(
      expect.objectContaining({ code: 'model.not-finite' }),
    );
  });
});

describe('applyImpute', () => {
  it('fills with what was fitted elsewhere and leaves the other columns alone', () => {
    const training = tableOf(
      { a: 'float', b: 'float', note: 'text' },
      { a: [1, 2, 3], b: [7, 8, 9], note: ['x', 'y', 'z'] },
    );
    const rows = tableOf(
      { a: 'float', b: 'float', note: 'text' },
      { a: [gap, 50], b: [gap, 1], note: ['p', undefined] },
    );

    const filled = applyImpute(fitImpute(training, ['a']), rows);

    expect([...filled.column('a').values]).toEqual([2, 50]);
    expect([...filled.column('b').values]).toEqual([gap, 1]);
    expect([filled.column('note').at(0), filled.column('note').at(1)]).toEqual(['p', undefined]);
    expect(filled.columns).toEqual(rows.columns);
  });

  it('passes over columns that the table does not have', () => {
    const transform = fitImpute(tableOf({ a: 'float' }, { a: [1] }), ['a']);
    const other = tableOf({ b: 'float' }, { b: [gap] });
    expect([...applyImpute(transform, other).column('b').values]).toEqual([gap]);
  });

  it('leaves nothing to fill a second time, nor anything other than gaps changed', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (a) => {
        fc.pre(a.some((value) => !Number.isNaN(value)));
        const table = tableOf({ a: 'float' }, { a });
        const transform = fitImpute(table, ['a']);
        const once = applyImpute(transform, table).column('a').values;
        const twice = applyImpute(transform, applyImpute(transform, table)).column('a').values;
        assert.deepEqual(once, twice);
        assert(once.every((value, row) => value === (Number.isNaN(a[row]) ? transform.fills[0]!.value : a[row])));
      }),
    );
  });
});
