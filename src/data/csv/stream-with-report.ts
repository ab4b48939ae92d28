import type { Columns, Table } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { csvLimits } from './csv-limits.ts';
import { type LeftOut, NOTHING_LEFT_OUT } from './left-out.ts';
import { type CsvFile, readSource } from './read-source.ts';
import type { ReportOptions } from './read-with-report.ts';
import { type UnreadableRows, unreadableRows } from './unreadable-rows.ts';

export interface StreamReportOptions extends ReportOptions {
  /** Is told at the end of the file what was left out, each time that it is read; a step may log it there. */
  readonly report: (unreadable: UnreadableRows) => void;
}

/**
 * As `streamCsv`, but rows that can't be read are left out and reported at the end of the file. Where they are more than
 * a share of all, the stream ends in `data.too-many-unreadable` and nothing is reported.
 * @example streamCsvWithReport(source, orders.columns, {
 *   maxUnreadableShare: 0.01, report: ({ count }) => log.metric('rows.unreadable', count),
 * })
 */
export function streamCsvWithReport<const C extends Columns>(
  source: CsvFile,
  columns: C,
  { maxUnreadableShare, report, ...options }: StreamReportOptions,
): TableStream<C> {
  const limits = csvLimits({ ...options, leaveOut: true });
  return {
    columns,
    async *batches() {
      const { leftOut, rowCount } = yield* countRows(readSource(source, columns, limits));
      report(unreadableRows(source, leftOut, rowCount, maxUnreadableShare));
    },
  };
}

/** The tables of a reader; at the end how many rows they had, and which it left out. */
async function* countRows<T extends Table>(reader: AsyncGenerator<T, LeftOut>) {
  let rowCount = 0;
  try {
    for (;;) {
      const next = await reader.next();
      if (next.done === true) return { rowCount, leftOut: next.value };
      rowCount += next.value.rowCount;
      yield next.value;
    }
  } finally {
    await reader.return(NOTHING_LEFT_OUT); // when nobody wants the rest
  }
}
