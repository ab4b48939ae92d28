import { SluiceError } from '../errors/sluice-error.ts';
import type { Columns, Table } from './table.ts';

/** The table itself if it has a row; `name` says whose rows they are. Throws `data.no-rows`. */
export function requireRows<C extends Columns>(table: Table<C>, name: string): Table<C> {
  if (table.rowCount > 0) return table;
  throw new SluiceError({
    code: 'data.no-rows',
    message: `${name} has no rows`,
    seen: `columns ${Object.keys(table.columns).join(', ')} and nothing under them`,
    allowed: 'at least one row',
    mend: 'give a file with rows below its header',
  });
}
