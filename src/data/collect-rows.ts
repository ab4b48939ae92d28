import { concatTables } from './concat-tables.ts';
import type { Columns, Table } from './table.ts';
import type { TableStream } from './table-stream.ts';

/** All rows of a stream as one table in memory. */
export async function collectRows<C extends Columns>(stream: TableStream<C>): Promise<Table<C>> {
  return concatTables(stream.columns, await Array.fromAsync(stream.batches()));
}
