import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { metrics, table } from '../../src/pipeline/artifact-types.ts';
import { checkContracts } from '../../src/runs/check-contracts.ts';

const declared = { rows: table({ price: 'float' }, { columns: { price: { min: 0 } } }), metrics: metrics() };

describe('checkContracts', () => {
  it('lets pass what keeps the contract, and what is no table', () => {
    const returned = { rows: tableOf({ price: 'float' }, { price: [1] }), metrics: { mse: -1 } };
    expect(checkContracts(declared, returned)).toBe(returned);
    expect(checkContracts(declared, { metrics: { mse: -1 } })).toEqual({ metrics: { mse: -1 } });
  });

  it('names the output whose contract is broken', () => {
    expect(() => checkContracts(declared, { rows: tableOf({ price: 'float' }, { price: [-1] }) })).toThrow(
      expect.objectContaining({
        code: 'contract.broken',
        message: "the rows of output 'rows' break a rule of their contract",
      }),
    );
  });

  it('refuses a table of other columns', () => {
    expect(() => checkContracts(declared, { rows: tableOf({ price: 'text' }, { price: ['1'] }) })).toThrow(
      expect.objectContaining({ code: 'contract.columns' }),
    );
  });
});
