import type { Columns, Table } from '../table.ts';
import type { CsvLimits } from './csv-limits.ts';
import { CsvParser } from './csv-parser.ts';

const BATCH_BYTES = 1 << 22;

/** The rows of a CSV file in tables of about 4 MiB of it. */
export async function* readBatches<C extends Columns>(
  source: AsyncIterable<Uint8Array>,
  columns: C,
  limits: CsvLimits,
): AsyncGenerator<Table<C>> {
  const parser = new CsvParser(columns, limits);
  let pushedBytes = 0;
  for await (const chunk of source) {
    parser.push(chunk);
    pushedBytes += chunk.length;
    if (pushedBytes < BATCH_BYTES) continue;
    pushedBytes = 0;
    const rows = parser.rows();
    if (rows !== undefined) yield rows;
  }
  const rows = parser.finish();
  if (rows !== undefined) yield rows;
}
