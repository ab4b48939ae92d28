import { missingColumn } from './missing-column.ts';
import type { ColumnOf, Columns, NumericColumn, Table, TextColumn } from './table.ts';

/** A table over finished columns: the caller vouches that kinds and lengths are right. */
export class ColumnarTable<C extends Columns> implements Table<C> {
  readonly columns: C;
  readonly rowCount: number;
  readonly #data: ReadonlyMap<string, NumericColumn | TextColumn>;

  constructor(columns: C, rowCount: number, data: ReadonlyMap<string, NumericColumn | TextColumn>) {
    this.columns = columns;
    this.rowCount = rowCount;
    this.#data = data;
  }

  column<N extends keyof C & string>(name: N): ColumnOf<C[N]> {
    const column = this.#data.get(name) ?? missingColumn(name, Object.keys(this.columns));
    // The kind of a column's data is that of `columns`: every builder of tables sees to it.
    return column as ColumnOf<C[N]>;
  }
}
