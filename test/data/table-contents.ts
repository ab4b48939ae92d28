import type { Columns, Table } from '../../src/data/table.ts';

/** Everything a table holds, as plain values that `toEqual` compares: signs of zero and order of columns too. */
export function tableContents<C extends Columns>(table: Table<C>): unknown {
  const names: (keyof C & string)[] = Object.keys(table.columns);
  return { rowCount: table.rowCount, columns: names.map((name) => [name, ...columnContents(table, name)]) };
}

function columnContents<C extends Columns>(table: Table<C>, name: keyof C & string): unknown[] {
  const column: ReturnType<Table['column']> = table.column(name);
  if (column.kind !== 'text') return [column.kind, [...column.values]];
  return [column.kind, Array.from({ length: column.length }, (_, row) => column.at(row))];
}
