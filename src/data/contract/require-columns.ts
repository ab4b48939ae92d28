import { SluiceError } from '../../errors/sluice-error.ts';
import type { Columns, Table } from '../table.ts';

/** The table itself if it has these columns, of these kinds; `name` says whose they are. Throws `contract.columns`. */
export function requireColumns<C extends Columns>(table: Table, columns: C, name: string): Table<C> {
  if (hasColumns(table, columns)) return table;
  throw new SluiceError({
    code: 'contract.columns',
    message: `the columns of ${name} are not those declared`,
    seen: inWords(table.columns),
    allowed: inWords(columns),
    mend: 'return a table of these columns, or declare those it has',
  });
}

function hasColumns<C extends Columns>(table: Table, columns: C): table is Table<C> {
  return Object.entries(columns).every(([column, kind]) => table.columns[column] === kind);
}

function inWords(columns: Columns): string {
  const words = Object.entries(columns).map(([name, kind]) => `${name} (${kind})`);
  return words.join(', ') || 'none';
}
