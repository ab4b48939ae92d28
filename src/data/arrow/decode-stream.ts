import type { Table } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { damaged, orDamaged } from './faults.ts';
import { type ArrowFooter, blockEnd, checkBlock, footerSize, readFooter, TAIL_SIZE } from './footer.ts';
import { readRecordBatch } from './record-batch.ts';
import { tableOfParts } from './table-of-parts.ts';

/** Bytes of which any part can be read. */
export interface ByteRanges {
  readonly sizeBytes: number;
  readRange(start: number, end: number): Promise<Uint8Array>;
}

/**
 * The rows of an Arrow IPC file as a stream of its record batches, of which one is in memory at a time. Throws as
 * `decodeTable`, here and where the batches are read.
 */
export async function decodeTableStream(source: ByteRanges): Promise<TableStream> {
  const tail = await readPart(source, Math.max(0, source.sizeBytes - TAIL_SIZE), source.sizeBytes);
  const start = source.sizeBytes - TAIL_SIZE - footerSize(tail);
  if (start < 0) damaged(`a footer of ${footerSize(tail)} bytes in ${source.sizeBytes}`);
  const end = await readPart(source, start, source.sizeBytes);
  const footer = orDamaged(() => readFooter(end));
  for (const block of footer.blocks) checkBlock(block, source.sizeBytes);
  const columns = Object.fromEntries(footer.fields.map(({ name, kind }) => [name, kind]));
  return { columns, batches: () => batchesOf(source, footer) };
}

async function* batchesOf(source: ByteRanges, { fields, blocks }: ArrowFooter): AsyncGenerator<Table> {
  for (const block of blocks) {
    const bytes = await readPart(source, block.start, blockEnd(block));
    const table = orDamaged(() => tableOfParts(fields, [readRecordBatch(bytes, block, fields)]));
    if (table.rowCount > 0) yield table;
  }
}

async function readPart(source: ByteRanges, start: number, end: number): Promise<Uint8Array> {
  const bytes = await source.readRange(start, end);
  return bytes.length === end - start
    ? bytes
    : damaged(`${bytes.length} bytes from offset ${start}, not ${end - start}`);
}
