import type { Columns, NumericColumn, Table, TextColumn } from './table.ts';

/** One row by column name; missing values are undefined. */
export type Row<C extends Columns> = { -readonly [N in keyof C]: (C[N] extends 'text' ? string : number) | undefined };

/** The rows one after the other, as objects: for tests, examples and small tables. */
export function* rowsOf<C extends Columns>(table: Table<C>): Generator<Row<C>> {
  for (let row = 0; row < table.rowCount; row++) yield rowAt(table, row);
}

/** One row as an object. */
export function rowAt<C extends Columns>(table: Table<C>, row: number): Row<C> {
  const names: (keyof C & string)[] = Object.keys(table.columns);
  return Object.fromEntries(names.map((name) => [name, cellAt(table, name, row)])) as Row<C>;
}

function cellAt<C extends Columns>(table: Table<C>, name: keyof C & string, row: number): number | string | undefined {
  const column: NumericColumn | TextColumn = table.column(name);
  if (column.kind === 'text') return column.at(row);
  const value = column.values[row];
  return value === undefined || Number.isNaN(value) ? undefined : value;
}
