import { describe, expect, it } from 'vitest';
import { rowAt, rowsOf } from '../../src/data/rows.ts';
import { tableOf } from '../../src/data/table-of.ts';

const table = tableOf({ price: 'float', city: 'text' }, { price: [0, Number.NaN], city: ['', undefined] });

describe('rowsOf', () => {
  it('gives each row as an object, missing values as undefined', () => {
    expect([...rowsOf(table)]).toEqual([
      { price: 0, city: '' },
      { price: undefined, city: undefined },
    ]);
  });
});

describe('rowAt', () => {
  it('gives one row', () => {
    expect(rowAt(table, 0)).toEqual({ price: 0, city: '' });
  });
});
