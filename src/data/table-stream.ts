import type { Columns, Table } from './table.ts';

/** Rows of one table in pieces, in their order, for work on more rows than memory holds; may be read more than once. */
export interface TableStream<C extends Columns = Columns> {
  readonly columns: C;
  /** The rows from the first on, in tables of any length above 0. */
  batches(): AsyncIterable<Table<C>>;
}
