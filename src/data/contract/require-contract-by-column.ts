import { ColumnarTable } from '../columnar-table.ts';
import type { Columns, Table } from '../table.ts';
import { checkContract } from './check-contract.ts';
import type { Contract } from './contract.ts';
import { refuseViolations } from './require-contract.ts';
import type { Violation } from './violation.ts';

/** Rows of which one column is in memory at a time. */
export interface RowsByColumn {
  readonly columns: Columns;
  readonly rowCount: number;
  /** A table of this column alone. */
  column(name: string): Promise<Table>;
}

/** As `requireContract`. Throws `contract.broken`. */
export async function requireContractByColumn(rows: RowsByColumn, contract: Contract, name: string): Promise<void> {
  const { columns = {}, ...others } = contract;
  const violations: Violation[] = [...checkContract(new ColumnarTable({}, rows.rowCount, new Map()), others)];
  for (const [column, rules] of Object.entries(columns)) {
    if (rules !== undefined)
      violations.push(...checkContract(await rows.column(column), { columns: { [column]: rules } }));
  }
  refuseViolations(violations, name);
}
