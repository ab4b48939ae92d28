import { damaged, unsupported } from './faults.ts';
import { FlatTable, readCount } from './flatbuffer.ts';
import type { ArrowField } from './footer.ts';

const RECORD_BATCH = 3;
/** What every message starts with: a mark, and the size of what follows up to the body. */
const CONTINUATION = 0xffff_ffff;
const PREFIX_SIZE = 8;
const PAIR_SIZE = 16;

/** Bytes in the body of a record batch. */
interface BufferPlace {
  readonly offset: number;
  readonly size: number;
}

/** Where one column of a record batch lies in its body. */
export interface ColumnPlace {
  readonly field: ArrowField;
  readonly rowCount: number;
  readonly nullCount: number;
  /** Validity, then offsets for texts, then values. */
  readonly buffers: readonly BufferPlace[];
}

/** Where the columns of a record batch lie, by the bytes before its body (Arrow's Message.fbs). */
export function readLayout(metadata: Uint8Array, fields: readonly ArrowField[]): ColumnPlace[] {
  const batch = batchHeader(metadata);
  const nodes = pairsOf(batch, 1);
  const places = pairsOf(batch, 2).map(([offset, size]) => ({ offset, size }));
  let next = 0;
  return fields.map((field, index) => {
    const [rowCount, nullCount] = nodes[index] ?? damaged(`only ${nodes.length} columns in a batch`);
    if (rowCount !== batch.count(0)) damaged('columns of different lengths');
    if (nullCount > rowCount) damaged(`${nullCount} missing values in ${rowCount} rows`);
    const buffers = places.slice(next, (next += field.kind === 'text' ? 3 : 2));
    if (next > places.length) damaged(`only ${places.length} buffers`);
    return { field, rowCount, nullCount, buffers };
  });
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
