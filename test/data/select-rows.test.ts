import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/data/rows.ts';
import { rowsWhere, selectRows } from '../../src/data/select-rows.ts';
import { tableOf } from '../../src/data/table-of.ts';

const table = tableOf(
  { price: 'float', city: 'text' },
  { price: [10, Number.NaN, 30], city: ['Rio', undefined, 'Olinda'] },
);

describe('selectRows', () => {
  it('takes rows in the order asked for, and one twice', () => {
    expect([...rowsOf(selectRows(table, [2, 1, 2]))]).toEqual([
      { price: 30, city: 'Olinda' },
      { price: undefined, city: undefined },
      { price: 30, city: 'Olinda' },
    ]);
  });

  it('gives an empty table with the same columns for no indices', () => {
    const none = selectRows(table, []);
    expect(none.rowCount).toBe(0);
    expect(none.columns).toEqual(table.columns);
  });

  it.each([3, -1, 0.5, Number.NaN])('refuses the index %s', (index) => {
    expect(() => selectRows(table, [index])).toThrow(expect.objectContaining({ code: 'data.row-missing' }));
  });
});

describe('rowsWhere', () => {
  it('lists the rows that pass', () => {
    const prices = table.column('price').values;
    expect(rowsWhere(table.rowCount, (row) => prices[row]! > 5)).toEqual(Uint32Array.of(0, 2));
  });
});
