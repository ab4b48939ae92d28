import { sliceRows } from './slice-rows.ts';
import type { Columns, Table } from './table.ts';
import type { TableStream } from './table-stream.ts';

/** The rows of a table in memory as a stream, in tables of at most `batchRows` rows. */
export function streamOf<C extends Columns>(table: Table<C>, batchRows = 65_536): TableStream<C> {
  return {
    columns: table.columns,
    async *batches() {
      for (let start = 0; start < table.rowCount; start += batchRows) {
        yield sliceRows(table, start, Math.min(start + batchRows, table.rowCount));
      }
    },
  };
}
