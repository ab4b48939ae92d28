import { missingColumn } from '../missing-column.ts';
import type { Columns, Table } from '../table.ts';
import type { TableStream } from '../table-stream.ts';
import { readLayout } from './batch-layout.ts';
import { damaged, orDamaged } from './faults.ts';
import {
  type ArrowBlock,
  type ArrowField,
  type ArrowFooter,
  blockEnd,
  checkBlock,
  footerSize,
  readFooter,
  TAIL_SIZE,
} from './footer.ts';
import { type ColumnPart, readColumnPart, readRecordBatch } from './record-batch.ts';
import { tableOfParts } from './table-of-parts.ts';

/** Bytes of which any part can be read. */
export interface ByteRanges {
  readonly sizeBytes: number;
  readRange(start: number, end: number): Promise<Uint8Array>;
}

/**
 * The rows of an Arrow IPC file as a stream of its record batches, of which one is in memory at a time; if names are
 * given, only the bytes of those columns are read. Throws as `decodeTable`, here and where the batches are read, and
 * `data.column-missing`.
 */
export async function decodeTableStream(source: ByteRanges, names?: readonly string[]): Promise<TableStream> {
  const footer = await readFooterOf(source);
  const { fields } = footer;
  const wanted = names?.map((name) => fields.find((field) => field.name === name) ?? noField(name, fields));
  return { columns: columnsOf(wanted ?? fields), batches: () => decodeBatches(source, footer, wanted) };
}

/** The columns of fields, by name. */
export function columnsOf(fields: readonly ArrowField[]): Columns {
  return Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
}

/** The record batches of a file in their order, each read whole unless only some fields are wanted. */
export async function* decodeBatches(
  source: ByteRanges,
  { fields, blocks }: ArrowFooter,
  wanted?: readonly ArrowField[],
): AsyncGenerator<Table> {
  for (const block of blocks) {
    const parts = await (wanted ? readColumns(source, block, fields, wanted) : readBlock(source, block, fields));
    const table = orDamaged(() => tableOfParts(wanted ?? fields, [parts]));
    if (table.rowCount > 0) yield table;
  }
}

/** What the end of a file says of the rest. Throws as `decodeTable`. */
export async function readFooterOf(source: ByteRanges): Promise<ArrowFooter> {
  const { sizeBytes } = source;
  const tail = await readPart(source, Math.max(0, sizeBytes - TAIL_SIZE), sizeBytes);
  const start = sizeBytes - TAIL_SIZE - footerSize(tail);
  if (start < 0) damaged(`a footer of ${footerSize(tail)} bytes in ${sizeBytes}`);
  const end = await readPart(source, start, sizeBytes);
  const footer = orDamaged(() => readFooter(end));
  for (const block of footer.blocks) checkBlock(block, sizeBytes);
  return footer;
}

async function readBlock(
  source: ByteRanges,
  block: ArrowBlock,
  fields: readonly ArrowField[],
): Promise<readonly ColumnPart[]> {
  const bytes = await readPart(source, block.start, blockEnd(block));
  return orDamaged(() => readRecordBatch(bytes, block, fields));
}

async function readColumns(
  source: ByteRanges,
  { start, metadataSize }: ArrowBlock,
  fields: readonly ArrowField[],
  wanted: readonly ArrowField[],
): Promise<readonly ColumnPart[]> {
  const bodyStart = start + metadataSize;
  const metadata = await readPart(source, start, bodyStart);
  const places = orDamaged(() => readLayout(metadata, fields));
  const parts = wanted.map(async (field) => {
    const place = places[fields.indexOf(field)]!;
    const first = Math.min(...place.buffers.map(({ offset }) => offset));
    const end = Math.max(...place.buffers.map(({ offset, size }) => offset + size));
    if (bodyStart + end > source.sizeBytes) damaged(`a column up to offset ${bodyStart + end} of ${source.sizeBytes}`);
    const bytes = await readPart(source, bodyStart + first, bodyStart + end);
    return orDamaged(() => readColumnPart(place, bytes, first));
  });
  return Promise.all(parts);
}

async function readPart(source: ByteRanges, start: number, end: number): Promise<Uint8Array> {
  const bytes = await source.readRange(start, end);
  const seen = bytes.length;
  return seen === end - start ? bytes : damaged(`${seen} bytes from offset ${start}, not ${end - start}`);
}

function noField(name: string, fields: readonly ArrowField[]): never {
  return missingColumn(
    name,
    fields.map((field) => field.name),
  );
}
