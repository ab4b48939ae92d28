import { describe, expect, it } from 'vitest';
import { requireContract } from '../../../src/data/contract/require-contract.ts';
import { tableOf } from '../../../src/data/table-of.ts';

const orders = tableOf(
  { price: 'float', state: 'text' },
  { price: [1, -1, -2, -3, -4], state: ['SP', 'x'.repeat(100), undefined, 'SP', 'SP'] },
);

describe('requireContract', () => {
  it('gives back a table that keeps the contract', () => {
    expect(requireContract(orders, { minRows: 5 }, 'orders')).toBe(orders);
  });

  it('says which rule is broken, how often and where', () => {
    expect(() => requireContract(orders, { columns: { price: { min: 0 } } }, "output 'rows'")).toThrow(
      expect.objectContaining({
        code: 'contract.broken',
        message: "the rows of output 'rows' break a rule of their contract",
        facts: expect.objectContaining({
          seen: "not: 'price' is at least 0, in 4 rows: row 1 (-1), row 2 (-2), row 3 (-3), …",
          allowed: "'price' is at least 0",
          details: [{ rule: "'price' is at least 0", count: 4, examples: expect.any(Array) }],
        }),
      }),
    );
  });

  it('says all broken rules at once, long texts cut', () => {
    const contract = { minRows: 9, columns: { state: { maxNullShare: 0, oneOf: ['SP'] } } };
    expect(() => requireContract(orders, contract, 'orders')).toThrow(
      expect.objectContaining({
        message: 'the rows of orders break 3 rules of their contract',
        facts: expect.objectContaining({
          seen: [
            'not: at least 9 rows, in 5 rows',
            "not: 'state' is never missing, in 1 row: row 2 (missing)",
            `not: 'state' is one of SP, in 1 row: row 1 ("${'x'.repeat(59)}…)`,
          ].join('; '),
        }),
      }),
    );
  });
});
