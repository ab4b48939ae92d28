import type { ColumnKind } from '../table.ts';
import { damaged, unsupported } from './faults.ts';
import { FlatTable, readCount } from './flatbuffer.ts';

/** What an Arrow file starts and ends with. */
export const MAGIC = Buffer.from('ARROW1');
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
  readonly bodyStart: number;
  readonly bodySize: number;
}

/** What the end of an Arrow file says of the whole (Arrow's File.fbs). */
export interface ArrowFooter {
  readonly fields: readonly ArrowField[];
  readonly blocks: readonly ArrowBlock[];
}

export function readFooter(bytes: Uint8Array, view: DataView): ArrowFooter {
  const end = bytes.length - MAGIC.length - 4;
  if (end < MAGIC.length + 2) damaged(`${bytes.length} bytes`);
  if (MAGIC.compare(bytes, 0, MAGIC.length) !== 0) damaged('a file that does not start with ARROW1');
  if (MAGIC.compare(bytes, end + 4) !== 0) damaged('a file that does not end with ARROW1');
  const footer = footerOf(view);
  return { fields: readFields(footer.table(1)), blocks: blocksOf(view, footer) };
}

/** Writes the places of record batches over those in the footer of a file with as many. */
export function writeBlocks(view: DataView, blocks: readonly ArrowBlock[]): void {
  const places = footerOf(view).vector(BLOCKS, BLOCK_SIZE);
  for (const [index, { start, bodyStart, bodySize }] of blocks.entries()) {
    const at = places.start + index * BLOCK_SIZE;
    view.setBigInt64(at, BigInt(start), true);
    view.setInt32(at + 8, bodyStart - start, true);
    view.setBigInt64(at + 16, BigInt(bodySize), true);
  }
}

/** The columns that a schema tells (Arrow's Schema.fbs). */
export function readFields(schema: FlatTable): ArrowField[] {
  if (schema.int16(0) !== 0) unsupported('numbers with their highest byte first');
  const fields = schema.tables(1).map((field) => ({ name: field.text(0), kind: kindOf(field) }));
  const names = new Set(fields.map((field) => field.name));
  if (names.size < fields.length) unsupported('two columns of the same name');
  return fields;
}

function footerOf(view: DataView): FlatTable {
  const end = view.byteLength - MAGIC.length - 4;
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
    const bodyStart = blockStart + view.getInt32(at + 8, true);
    return { start: blockStart, bodyStart, bodySize: readCount(view, at + 16) };
  });
}
