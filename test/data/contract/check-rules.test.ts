import { describe, expect, it } from 'vitest';
import { checkRules } from '../../../src/data/contract/check-rules.ts';
import type { Contract } from '../../../src/data/contract/contract.ts';

const columns = { price: 'float', state: 'text' } as const;

describe('checkRules', () => {
  it('gives back rules that can be kept', () => {
    const contract: Contract<typeof columns> = {
      minRows: 0,
      columns: { price: { min: 0, max: 0, maxNullShare: 1 }, state: { oneOf: ['SP'], matches: '[A-Z]{2}' } },
    };
    expect(checkRules(columns, contract)).toBe(contract);
  });

  it.each<[string, Contract]>([
    ['minRows -1', { minRows: -1 }],
    ['minRows 0.5', { minRows: 0.5 }],
    ["rules for 'city'", { columns: { city: { maxNullShare: 0 } } }],
    ["'price': maxNullShare 1.1", { columns: { price: { maxNullShare: 1.1 } } }],
    ["'price': min 2, max 1", { columns: { price: { min: 2, max: 1 } } }],
    ["'price': min NaN, max Infinity", { columns: { price: { min: Number.NaN } } }],
    ["'state': oneOf nothing", { columns: { state: { oneOf: [] } } }],
    ["'state': matches (", { columns: { state: { matches: '(' } } }],
  ])('refuses %s', (seen, contract) => {
    expect(() => checkRules(columns, contract)).toThrow(
      expect.objectContaining({ code: 'contract.bad-rule', facts: expect.objectContaining({ seen }) }),
    );
  });
});
