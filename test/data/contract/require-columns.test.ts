import { describe, expect, it } from 'vitest';
import { requireColumns } from '../../../src/data/contract/require-columns.ts';
import { tableOf } from '../../../src/data/table-of.ts';

const orders = tableOf({ price: 'float', state: 'text' }, { price: [1], state: ['SP'] });

describe('requireColumns', () => {
  it('gives back a table that has the columns, in any order and among others', () => {
    expect(requireColumns(orders, { state: 'text' }, 'orders')).toBe(orders);
  });

  it.each([{ city: 'text' }, { price: 'int' }] as const)('refuses a table without %j', (columns) => {
    expect(() => requireColumns(orders, columns, 'orders')).toThrow(
      expect.objectContaining({
        code: 'contract.columns',
        facts: expect.objectContaining({ seen: 'price (float), state (text)' }),
      }),
    );
  });
});
