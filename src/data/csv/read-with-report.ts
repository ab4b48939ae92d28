import { concatTables } from '../concat-tables.ts';
import type { Columns, Table } from '../table.ts';
import { csvLimits, type CsvOptions } from './csv-limits.ts';
import { readAll } from './read-all.ts';
import { type CsvSource, readSource } from './read-source.ts';
import { type UnreadableRows, unreadableRows } from './unreadable-rows.ts';

/** The readable rows of a CSV file, and what is known of the others. */
export interface CsvReport<C extends Columns> {
  readonly table: Table<C>;
  readonly unreadable: UnreadableRows;
}

export interface ReportOptions extends CsvOptions {
  /** Of all rows, from 0 to 1, may be left out. */
  readonly maxUnreadableShare: number;
}

/**
 * As `readCsv`, but rows that can't be read are left out and reported, up to a share of all. Throws
 * `data.too-many-unreadable` above it, and what `readCsv` throws for the file as a whole.
 */
export async function readCsvWithReport<const C extends Columns>(
  source: CsvSource,
  columns: C,
  { maxUnreadableShare, ...options }: ReportOptions,
): Promise<CsvReport<C>> {
  const { batches, leftOut } = await readAll(readSource(source, columns, csvLimits({ ...options, leaveOut: true })));
  const table = concatTables(columns, batches);
  return { table, unreadable: unreadableRows(source, leftOut, table.rowCount, maxUnreadableShare) };
}
