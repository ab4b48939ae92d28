import { bitmapSize } from '../bitmap.ts';
import { damaged, unsupported } from './faults.ts';
import { FlatTable, readCount } from './flatbuffer.ts';
import type { ArrowBlock, ArrowField } from './footer.ts';

const RECORD_BATCH = 3;
/** What every message starts with: a mark, and the size of what follows up to the body. */
const CONTINUATION = 0xffff_ffff;
const PREFIX_SIZE = 8;
const PAIR_SIZE = 16;

/** The buffers of one column in one record batch. */
export interface ColumnPart {
  readonly rowCount: number;
  /** Left out when nothing is missing. */
  readonly validity: Uint8Array | undefined;
  /** Offsets of texts; empty for numbers. */
  readonly offsets: Int32Array;
  /** UTF-8 of texts, or 8 bytes a number. */
  readonly data: Uint8Array;
}

/** The parts of all columns in the bytes of one record batch, with views into them (Arrow's Message.fbs). */
export function readRecordBatch(
  bytes: Uint8Array,
  { metadataSize }: ArrowBlock,
  fields: readonly ArrowField[],
): ColumnPart[] {
  const inPlace = aligned(bytes);
  const batch = batchHeader(inPlace);
  const body = inPlace.subarray(metadataSize);
  const nodes = pairsOf(batch, 1);
  const buffers = pairsOf(batch, 2).map(([offset, size]) => bufferAt(body, offset, size));
  let next = 0;
  const take = (): Uint8Array => buffers[next++] ?? damaged(`only ${buffers.length} buffers`);
  return fields.map(({ kind }, index) => {
    const [rowCount, nullCount] = nodes[index] ?? damaged(`only ${nodes.length} columns in a batch`);
    if (rowCount !== batch.count(0)) damaged('columns of different lengths');
    const validity = validityOf(take(), rowCount, nullCount);
    if (kind === 'text') return { rowCount, validity, offsets: offsetsOf(take(), rowCount), data: take() };
    return { rowCount, validity, offsets: new Int32Array(0), data: sized(take(), rowCount * 8) };
  });
}

/** Views of doubles need their place in memory to be a multiple of 8. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}

function batchHeader({ buffer, byteOffset, byteLength }: Uint8Array): FlatTable {
  const view = new DataView(buffer, byteOffset, byteLength);
  if (view.getUint32(0, true) !== CONTINUATION) damaged('no message where a batch should be');
  const message = FlatTable.root(view, PREFIX_SIZE);
  if (message.uint8(1) !== RECORD_BATCH) damaged('another message where a batch should be');
  const batch = message.table(2);
  if (batch.has(3)) unsupported('compressed columns');
  return batch;
}

function pairsOf(batch: FlatTable, slot: number): (readonly [number, number])[] {
  const { start, count } = batch.vector(slot, PAIR_SIZE);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * PAIR_SIZE;
    return [readCount(batch.view, at), readCount(batch.view, at + 8)] as const;
  });
}

function bufferAt(body: Uint8Array, start: number, size: number): Uint8Array {
  if (start + size > body.length) damaged(`a buffer of ${size} bytes at offset ${start} of a batch`);
  return body.subarray(start, start + size);
}

function validityOf(bitmap: Uint8Array, rowCount: number, nullCount: number): Uint8Array | undefined {
  if (nullCount > rowCount) damaged(`${nullCount} missing values in ${rowCount} rows`);
  return nullCount === 0 ? undefined : sized(bitmap, bitmapSize(rowCount));
}

/** The writer may leave out the offsets of no rows. */
function offsetsOf(buffer: Uint8Array, rowCount: number): Int32Array {
  if (rowCount === 0) return new Int32Array(1);
  const { buffer: memory, byteOffset } = sized(buffer, (rowCount + 1) * 4);
  return new Int32Array(memory, byteOffset, rowCount + 1);
}

/** The buffer without what pads it. */
function sized(buffer: Uint8Array, size: number): Uint8Array {
  if (buffer.length < size) damaged(`${buffer.length} bytes where ${size} are needed`);
  return buffer.subarray(0, size);
}
