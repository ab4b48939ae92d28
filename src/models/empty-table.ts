import { tableOf } from '../data/table-of.ts';
import type { ColumnKind, Columns, Table } from '../data/table.ts';

/** A table of these columns and no rows. */
export function emptyTable(fields: readonly { readonly name: string; readonly kind: ColumnKind }[]): Table {
  const columns: Columns = Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
  return tableOf(columns, Object.fromEntries(fields.map(({ name }) => [name, []])));
}
