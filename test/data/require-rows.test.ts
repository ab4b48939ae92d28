import { describe, expect, it } from 'vitest';
import { requireRows } from '../../src/data/require-rows.ts';
import { tableOf } from '../../src/data/table-of.ts';

describe('requireRows', () => {
  it('gives the table back when it has rows', () => {
    const table = tableOf({ price: 'float' }, { price: [1] });
    expect(requireRows(table, 'orders.csv')).toBe(table);
  });

  it('refuses a table without rows, naming it', () => {
    const empty = tableOf({ price: 'float' }, { price: [] });
    expect(() => requireRows(empty, 'orders.csv')).toThrow(
      expect.objectContaining({ code: 'data.no-rows', message: 'orders.csv has no rows' }),
    );
  });
});
