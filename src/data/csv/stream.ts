import type { Columns } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { csvLimits, type CsvOptions } from './csv-limits.ts';
import { type CsvFile, readSource } from './read-source.ts';

/** As `readCsv`, for files larger than memory: what is wrong with the file is thrown where its rows are read. */
export function streamCsv<const C extends Columns>(
  source: CsvFile,
  columns: C,
  options: CsvOptions = {},
): TableStream<C> {
  return { columns, batches: () => readSource(source, columns, csvLimits(options)) };
}
