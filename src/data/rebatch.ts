import { concatTables } from './concat-tables.ts';
import { sliceRows } from './slice-rows.ts';
import type { Columns, Table } from './table.ts';
import type { TableStream } from './table-stream.ts';

/** The rows of a stream in tables of exactly `batchRows` rows, the last of fewer, however they come. */
export async function* rebatch<C extends Columns>(stream: TableStream<C>, batchRows: number): AsyncGenerator<Table<C>> {
  let parts: Table<C>[] = [];
  let rowCount = 0;
  for await (const table of stream.batches()) {
    for (let start = 0; start < table.rowCount;) {
      const end = Math.min(table.rowCount, start + batchRows - rowCount);
      parts.push(sliceRows(table, start, end));
      rowCount += end - start;
      start = end;
      if (rowCount < batchRows) continue;
      yield concatTables(stream.columns, parts);
      parts = [];
      rowCount = 0;
    }
  }
  if (rowCount > 0) yield concatTables(stream.columns, parts);
}
