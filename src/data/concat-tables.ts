import { columnLength } from './column-length.ts';
import { ColumnarTable } from './columnar-table.ts';
import { concatTexts } from './concat-texts.ts';
import { packText } from './pack-text.ts';
import type { ColumnKind, Columns, NumericColumn, Table, TextColumn } from './table.ts';

/** The rows of tables of the same columns, one table after the other. */
export function concatTables<C extends Columns>(columns: C, tables: readonly Table<C>[]): Table<C> {
  const [only] = tables;
  if (only !== undefined && tables.length === 1) return only;
  const rowCount = tables.reduce((total, table) => total + table.rowCount, 0);
  const names: (keyof C & string)[] = Object.keys(columns);
  const parts = (name: keyof C & string) => tables.map((table) => table.column(name));
  const data = new Map(names.map((name) => [name, concatColumns(columns[name]!, rowCount, parts(name))]));
  return new ColumnarTable({ ...columns }, rowCount, data);
}

function concatColumns(
  kind: ColumnKind,
  rowCount: number,
  parts: readonly (NumericColumn | TextColumn)[],
): NumericColumn | TextColumn {
  if (kind === 'text') return concatTexts(parts.flatMap((part) => (part.kind === 'text' ? [packText(part)] : [])));
  const values = new Float64Array(rowCount);
  let start = 0;
  for (const part of parts) {
    if (part.kind !== 'text') values.set(part.values, start);
    start += columnLength(part);
  }
  return { kind, values };
}
