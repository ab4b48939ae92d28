import type { Table } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { rebatch } from '../rebatch.ts';
import { sliceRows } from '../slice-rows.ts';
import { ArrowFileWriter } from './arrow-file-writer.ts';

/** Rows of every record batch but the last: equal rows give equal bytes, however they come. */
export const BATCH_ROWS = 65_536;

/**
 * A table as an Arrow IPC file: float64, int64, utf8, timestamp[ms, UTC], missing values as null. Equal tables give
 * equal bytes. Throws `data.not-an-integer`.
 */
export function encodeTable(table: Table): Uint8Array {
  const writer = new ArrowFileWriter(table.columns);
  const parts: Uint8Array[] = [];
  for (let start = 0; start < table.rowCount; start += BATCH_ROWS) {
    parts.push(...writer.batch(sliceRows(table, start, Math.min(start + BATCH_ROWS, table.rowCount)), start));
  }
  return joined([...parts, ...writer.end()]);
}

/** The bytes that `encodeTable` gives for all rows of a stream, in pieces, with a few batches in memory at a time. */
export async function* encodeTableStream(stream: TableStream): AsyncGenerator<Uint8Array> {
  const writer = new ArrowFileWriter(stream.columns);
  let rowCount = 0;
  for await (const table of rebatch(stream, BATCH_ROWS)) {
    yield* writer.batch(table, rowCount);
    rowCount += table.rowCount;
  }
  yield* writer.end();
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let start = 0;
  for (const part of parts) {
    bytes.set(part, start);
    start += part.length;
  }
  return bytes;
}
