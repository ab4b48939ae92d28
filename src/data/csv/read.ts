import { concatTables } from '../concat-tables.ts';
import type { Columns, Table } from '../table.ts';
import { readBatches } from './read-batches.ts';
import { csvLimits, type CsvOptions } from './csv-limits.ts';

/**
 * The columns asked for, by header name, of a CSV file (RFC 4180, UTF-8); others are skipped, and so are blank lines
 * unless the file has one column. Throws `data.csv-…`, `data.column-missing`, `data.duplicate-column`,
 * `data.not-a-number`, `data.not-an-integer`, `data.not-a-time`.
 */
export async function readCsv<const C extends Columns>(
  source: AsyncIterable<Uint8Array>,
  columns: C,
  options: CsvOptions = {},
): Promise<Table<C>> {
  return concatTables(columns, await Array.fromAsync(readBatches(source, columns, csvLimits(options))));
}
