import type { ColumnKind } from '../table.ts';
import { damaged, unsupported } from './faults.ts';
import { FlatTable, readCount } from './flatbuffer.ts';

const MAGIC = Buffer.from('ARROW1');

/** Bytes after the footer: its size, and the mark of an Arrow file. */
export const TAIL_SIZE = 4 + MAGIC.length;
/** Slot of the record batches in a footer, and the bytes that the place of one takes. */
const BLOCKS = 3;
const BLOCK_SIZE = 24;

/** Numbers of the `Type` union of Arrow's Schema.fbs, and the settings that tables use. */
const TYPE = { int: 2, floatingPoint: 3, utf8: 5, timestamp: 10 } as const;
const DOUBLE = 2;
const MILLISECOND = 1;

export interface ArrowField {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** Where a record batch lies in the file. */
export interface ArrowBlock {
  readonly start: number;
  /** Bytes before the body. */
  readonly metadataSize: number;
  readonly bodySize: number;
}

/** What the end of an Arrow file says of the whole (Arrow's File.fbs). */
export interface ArrowFooter {
  readonly fields: readonly ArrowField[];
  readonly blocks: readonly ArrowBlock[];
}

/** The footer of the file that ends with these bytes. */
export function readFooter(tail: Uint8Array): ArrowFooter {
  const view = viewOf(tail);
  if (footerSize(tail) + TAIL_SIZE > tail.length) damaged(`a footer of ${footerSize(tail)} bytes in ${tail.length}`);
  const footer = footerOf(view);
  return { fields: readFields(footer.table(1)), blocks: blocksOf(view, footer) };
}

/** Size in bytes of the footer, without what follows it, of a file that ends with these bytes. */
export function footerSize(tail: Uint8Array): number {
  const end = tail.length - TAIL_SIZE;
  if (end < 0) damaged(`${tail.length} bytes`);
  if (MAGIC.compare(tail, end + 4) !== 0) damaged('a file that does not end with ARROW1');
  return viewOf(tail).getUint32(end, true);
}

/** Where a record batch ends. */
export function blockEnd({ start, metadataSize, bodySize }: ArrowBlock): number {
  return start + metadataSize + bodySize;
}

/** Throws `data.arrow-damaged` unless a record batch lies in a file of this size. */
export function checkBlock(block: ArrowBlock, fileSize: number): void {
  if (blockEnd(block) > fileSize) damaged(`a batch up to offset ${blockEnd(block)} in ${fileSize} bytes`);
}

/** Writes the places of record batches over those in the footer of a file with as many. */
export function writeBlocks(file: Uint8Array, blocks: readonly ArrowBlock[]): void {
  const view = viewOf(file);
  const places = footerOf(view).vector(BLOCKS, BLOCK_SIZE);
  for (const [index, { start, metadataSize, bodySize }] of blocks.entries()) {
    const at = places.start + index * BLOCK_SIZE;
    view.setBigInt64(at, BigInt(start), true);
    view.setInt32(at + 8, metadataSize, true);
    view.setBigInt64(at + 16, BigInt(bodySize), true);
  }
}

function readFields(schema: FlatTable): ArrowField[] {
  if (schema.int16(0) !== 0) unsupported('numbers with their highest byte first');
  const fields = schema.tables(1).map((field) => ({ name: field.text(0), kind: kindOf(field) }));
  const names = new Set(fields.map((field) => field.name));
  if (names.size < fields.length) unsupported('two columns of the same name');
  return fields;
}

function footerOf(view: DataView): FlatTable {
  const end = view.byteLength - TAIL_SIZE;
  return FlatTable.root(view, end - view.getUint32(end, true));
}

function kindOf(field: FlatTable): ColumnKind {
  if (field.has(4)) unsupported(`a dictionary in column '${field.text(0)}'`);
  const type = field.table(3);
  switch (field.uint8(2)) {
    case TYPE.floatingPoint:
      if (type.int16(0) === DOUBLE) return 'float';
      break;
    case TYPE.int:
      if (type.int32(0) === 64 && type.uint8(1) === 1) return 'int';
      break;
    case TYPE.timestamp:
      if (type.int16(0) === MILLISECOND) return 'time';
      break;
    case TYPE.utf8:
      return 'text';
  }
  return unsupported(`another type (number ${field.uint8(2)} of Arrow's) in column '${field.text(0)}'`);
}

function blocksOf(view: DataView, footer: FlatTable): ArrowBlock[] {
  const { start, count } = footer.vector(BLOCKS, BLOCK_SIZE);
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * BLOCK_SIZE;
    const blockStart = readCount(view, at);
    return { start: blockStart, metadataSize: view.getUint32(at + 8, true), bodySize: readCount(view, at + 16) };
  });
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
