import { bitmapSize } from '../bitmap.ts';
import { type ColumnPlace, readLayout } from './batch-layout.ts';
import { damaged } from './faults.ts';
import type { ArrowBlock, ArrowField } from './footer.ts';

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

/** The parts of all columns in the bytes of one record batch, with views into them. */
export function readRecordBatch(
  bytes: Uint8Array,
  { metadataSize }: ArrowBlock,
  fields: readonly ArrowField[],
): ColumnPart[] {
  const inPlace = aligned(bytes);
  const body = inPlace.subarray(metadataSize);
  return readLayout(inPlace, fields).map((place) => readColumnPart(place, body, 0));
}

/** The part of a column in bytes of the body of its record batch, which start at an offset in it. */
export function readColumnPart(
  { field, rowCount, nullCount, buffers }: ColumnPlace,
  bytes: Uint8Array,
  start: number,
): ColumnPart {
  const inPlace = aligned(bytes);
  const [validity, ...values] = buffers.map(({ offset, size }) => bufferAt(inPlace, offset - start, size));
  return {
    rowCount,
    validity: nullCount === 0 ? undefined : sized(validity!, bitmapSize(rowCount)),
    offsets: field.kind === 'text' ? offsetsOf(values[0]!, rowCount) : new Int32Array(0),
    data: field.kind === 'text' ? values[1]! : sized(values[0]!, rowCount * 8),
  };
}

/** Views of doubles need their place in memory to be a multiple of 8. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}

function bufferAt(body: Uint8Array, start: number, size: number): Uint8Array {
  if (start < 0 || start + size > body.length) damaged(`a buffer of ${size} bytes at offset ${start} of a batch`);
  return body.subarray(start, start + size);
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
