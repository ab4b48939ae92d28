import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/data/rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { applyStandardise, fitStandardise } from '../../../src/models/transforms/standardise.ts';

const columns = { a: 'float', b: 'int' } as const;

describe('fitStandardise', () => {
  it('finds means and standard deviations of the population', () => {
    const table = tableOf(columns, { a: [1, 2, 3, 4], b: [5, 5, 5, 5] });
    expect(fitStandardise(table, ['a', 'b'])).toEqual({
      kind: 'standardise',
      scales: [
        { column: 'a', mean: 2.5, standardDeviation: Math.sqrt(1.25) },
        { column: 'b', mean: 5, standardDeviation: 0 },
      ],
    });
  });

  it('refuses missing values', () => {
    const table = tableOf(columns, { a: [1, Number.NaN], b: [1, 2] });
    expect(() => fitStandardise(table, ['a'])).toThrow(expect.objectContaining({ code: 'model.feature-missing' }));
  });
});

describe('applyStandardise', () => {
  it('uses what was fitted elsewhere, each column in its place', () => {
    const transform = fitStandardise(tableOf(columns, { a: [0, 2], b: [10, 30] }), ['b', 'a']);
    const table = applyStandardise(transform, tableOf(columns, { a: [4], b: [20] }));
    expect([...rowsOf(table)]).toEqual([{ a: 3, b: 0 }]);
  });

  it('takes a column of one value to 0', () => {
    const table = tableOf(columns, { a: [0.1, 0.1, 0.1], b: [1, 2, 3] });
    expect([...applyStandardise(fitStandardise(table, ['a']), table).column('a').values]).toEqual([0, 0, 0]);
  });

  it('changes standardised values no more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 40 }), (b) => {
        fc.pre(new Set(b).size > 1);
        const table = tableOf({ b: 'float' }, { b });
        const once = applyStandardise(fitStandardise(table, ['b']), table);
        const twice = applyStandardise(fitStandardise(once, ['b']), once).column('b').values;
        assert(twice.every((value, row) => Math.abs(value - once.column('b').values[row]!) < 1e-12));
      }),
    );
  });
});
