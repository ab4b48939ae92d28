import { ColumnarTable } from './columnar-table.ts';
import { missingColumn } from './missing-column.ts';
import { tableOf, type TableValues } from './table-of.ts';
import type { Columns, Table } from './table.ts';

/** The columns of `C` with those of `D` added or put in their place. */
export type WithColumns<C extends Columns, D extends Columns> = Omit<C, keyof D> & D;

/** The columns named, in the order of the names; no values are copied. Throws `data.column-missing`. */
export function selectColumns<C extends Columns, N extends keyof C & string>(
  table: Table<C>,
  names: readonly N[],
): Table<Pick<C, N>> {
  const data = new Map(names.map((name) => [name, table.column(name)]));
  const columns = Object.fromEntries(names.map((name) => [name, table.columns[name]]));
  return new ColumnarTable(columns as Pick<C, N>, table.rowCount, data);
}

/** All columns but those named; no values are copied. Throws `data.column-missing`. */
export function dropColumns<C extends Columns, N extends keyof C & string>(
  table: Table<C>,
  names: readonly N[],
): Table<Omit<C, N>> {
  const all = Object.keys(table.columns);
  for (const name of names) if (!all.includes(name)) missingColumn(name, all);
  const dropped: ReadonlySet<string> = new Set(names);
  return selectColumns(
    table,
    all.filter((name) => !dropped.has(name)),
  ) as Table<Omit<C, N>>;
}

/** The table with these columns at its end, or in place of those of the same name. Throws `data.column-length`. */
export function withColumns<C extends Columns, const D extends Columns>(
  table: Table<C>,
  columns: D,
  values: TableValues<D>,
): Table<WithColumns<C, D>> {
  const kept = Object.keys(table.columns).map((name) => [name, heldValues(table, name)]);
  const all = { ...table.columns, ...columns };
  return tableOf<Columns>(all, { ...Object.fromEntries(kept), ...values }) as Table<WithColumns<C, D>>;
}

function heldValues(table: Table, name: string): TableValues<Columns>[string] {
  const column = table.column(name);
  return column.kind === 'text' ? column : column.values;
}
