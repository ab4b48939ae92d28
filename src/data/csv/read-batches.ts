import type { Columns, Table } from '../table.ts';
import type { CsvLimits } from './csv-limits.ts';
import { CsvParser } from './csv-parser.ts';
import type { LeftOut } from './left-out.ts';
import { type Division, divisionHere } from './parallel/division.ts';
import { ParallelParser } from './parallel/parallel-parser.ts';
import { SerialParser } from './serial-parser.ts';

/**
 * The rows of a CSV file, in tables of about 4 MiB of it: the same rows and faults, however the work is divided. At the
 * end, which rows were left out.
 */
export async function* readBatches<C extends Columns>(
  source: AsyncIterable<Uint8Array>,
  columns: C,
  limits: CsvLimits,
  division: Division | undefined = divisionHere(),
): AsyncGenerator<Table<C>, LeftOut> {
  const parser = new CsvParser(columns, limits);
  const serial = new SerialParser(parser);
  let parallel: ParallelParser<C> | undefined;
  let sizeBytes = 0;
  try {
    for await (const chunk of source) {
      yield* (parallel ?? serial).push(chunk);
      sizeBytes += chunk.length;
      if (parallel !== undefined || division === undefined || sizeBytes < division.serialBytes) continue;
      parser.catchUp();
      if (parser.layout === undefined) continue;
      yield* serial.rows();
      parallel = new ParallelParser(parser, parser.layout, division);
    }
    yield* (parallel ?? serial).finish();
    return parser.leftOut;
  } finally {
    await parallel?.close();
  }
}
