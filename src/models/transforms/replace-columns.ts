import { ColumnarTable } from '../../data/columnar-table.ts';
import type { ColumnKind, Columns, NumericColumn, Table, TextColumn } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';

type Column = NumericColumn | TextColumn;

/** A column that a transform makes. */
export interface MadeColumn {
  readonly name: string;
  readonly column: Column;
}

/** The table with each of these columns replaced, in its place, by those made of it. Throws `model.column-taken`. */
export function replaceColumns(table: Table, made: ReadonlyMap<string, readonly MadeColumn[]>): Table {
  const columns: Record<string, ColumnKind> = {};
  const data = new Map<string, Column>();
  for (const name of Object.keys(table.columns)) {
    for (const next of made.get(name) ?? [{ name, column: table.column(name) }]) {
      if (data.has(next.name)) throw nameTaken(next.name, table.columns);
      columns[next.name] = next.column.kind;
      data.set(next.name, next.column);
    }
  }
  return new ColumnarTable(columns, table.rowCount, data);
}

/** The table with these columns at its end. Throws `model.column-taken`. */
export function appendColumns(table: Table, made: readonly MadeColumn[]): Table {
  const columns: Record<string, ColumnKind> = { ...table.columns };
  const data = new Map<string, Column>(Object.keys(columns).map((name) => [name, table.column(name)]));
  for (const { name, column } of made) {
    if (data.has(name)) throw nameTaken(name, columns);
    columns[name] = column.kind;
    data.set(name, column);
  }
  return new ColumnarTable(columns, table.rowCount, data);
}

function nameTaken(name: string, columns: Columns): SluiceError {
  return new SluiceError({
    code: 'model.column-taken',
    message: `two columns would be called "${name}" after a transform`,
    seen: `columns ${Object.keys(columns).join(', ')}`,
    allowed: 'a name for one column only',
    mend: 'rename that column in a step before',
  });
}
