import type { Columns } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { csvLimits, type CsvOptions } from './csv-limits.ts';
import { readBatches } from './read-batches.ts';

/** As `readCsv`, for files larger than memory: what is wrong with the file is thrown where its rows are read. */
export function streamCsv<const C extends Columns>(
  source: { read(): AsyncIterable<Uint8Array> },
  columns: C,
  options: CsvOptions = {},
): TableStream<C> {
  return { columns, batches: () => readBatches(source.read(), columns, csvLimits(options)) };
}
