import { concatTables } from '../concat-tables.ts';
import type { Columns, Table } from '../table.ts';
import { csvLimits, type CsvOptions } from './csv-limits.ts';
import { type CsvSource, readSource } from './read-source.ts';

/**
 * The columns asked for, by header name, of a CSV file (RFC 4180, UTF-8); others are skipped, and so are blank lines
 * unless the file has one column. Throws `data.csv-…`, `data.column-missing`, `data.duplicate-column`,
 * `data.not-a-number`, `data.not-an-integer`, `data.not-a-time`.
 */
export async function readCsv<const C extends Columns>(
  source: CsvSource,
  columns: C,
  options: CsvOptions = {},
): Promise<Table<C>> {
  return concatTables(columns, await Array.fromAsync(readSource(source, columns, csvLimits(options))));
}
