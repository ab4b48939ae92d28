import { SpooledTable } from '../artifacts/spooled-table.ts';
import { requireColumns } from '../data/contract/require-columns.ts';
import { requireContract } from '../data/contract/require-contract.ts';
import type { Table } from '../data/table.ts';
import type { AnyOutput } from '../pipeline/step.ts';

/** What a step returned, if its tables in memory keep columns and contracts. Throws `contract.columns`, `contract.broken`. */
export function checkContracts<R extends Readonly<Record<string, unknown>>>(
  declared: Readonly<Record<string, AnyOutput>>,
  returned: R,
): R {
  for (const [output, { name, columns = {}, contract = {} }] of Object.entries(declared)) {
    if (name !== 'table' || returned[output] === undefined || returned[output] instanceof SpooledTable) continue;
    // What a step returns for a table is one: its types see to that, and to nothing more.
    const table = requireColumns(returned[output] as Table, columns, `output '${output}'`);
    requireContract(table, contract, `output '${output}'`);
  }
  return returned;
}
