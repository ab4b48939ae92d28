import { SluiceError } from '../../errors/sluice-error.ts';
import { concatTables } from '../concat-tables.ts';
import { inPercent } from '../in-percent.ts';
import type { Columns, Table } from '../table.ts';
import { csvLimits, type CsvOptions } from './csv-limits.ts';
import type { UnreadableRow } from './left-out.ts';
import { readAll } from './read-all.ts';
import { type CsvSource, inFile, nameOf, readSource } from './read-source.ts';

/** The readable rows of a CSV file, and what is known of the others. */
export interface CsvReport<C extends Columns> {
  readonly table: Table<C>;
  readonly unreadable: UnreadableRows;
}

/** The rows that were left out: a cell was not of its column's kind, or the record had too few fields or too many. */
export interface UnreadableRows {
  readonly count: number;
  /** Of all rows, from 0 to 1. */
  readonly share: number;
  /** The first few of them. */
  readonly examples: readonly UnreadableRow[];
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
  const rowCount = table.rowCount + leftOut.count;
  const unreadable = { ...leftOut, share: leftOut.count === 0 ? 0 : leftOut.count / rowCount };
  if (unreadable.share > maxUnreadableShare)
    throw inFile(nameOf(source), tooMany(unreadable, rowCount, maxUnreadableShare));
  return { table, unreadable };
}

function tooMany({ count, examples, share }: UnreadableRows, rowCount: number, maxShare: number): SluiceError {
  const quoted = examples.map(({ line, reason }) => `line ${line}: ${reason}`).join('; ');
  return new SluiceError({
    code: 'data.too-many-unreadable',
    message: 'more rows cannot be read than may be left out',
    seen: `${count} of ${rowCount} rows: ${quoted}${count > examples.length ? '; …' : ''}`,
    allowed: `at most ${inPercent(maxShare)} of the rows`,
    mend: 'correct these rows, or let the step leave out a greater share',
    details: { count, share, examples },
  });
}
