import { type Bitmap, bitmapSize, hasBit, setBit } from './bitmap.ts';
import { ColumnarTable } from './columnar-table.ts';
import { packText } from './pack-text.ts';
import { PackedText } from './packed-text.ts';
import type { Columns, NumericColumn, Table, TextColumn } from './table.ts';

/** The rows from `start` up to `end`; values are not copied. */
export function sliceRows<C extends Columns>(table: Table<C>, start: number, end: number): Table<C> {
  if (start === 0 && end === table.rowCount) return table;
  const names: (keyof C & string)[] = Object.keys(table.columns);
  const data = new Map(names.map((name) => [name, sliceColumn(table.column(name), start, end)]));
  return new ColumnarTable(table.columns, end - start, data);
}

function sliceColumn(column: NumericColumn | TextColumn, start: number, end: number): NumericColumn | TextColumn {
  if (column.kind !== 'text') return { kind: column.kind, values: column.values.subarray(start, end) };
  const { offsets, bytes, validity } = packText(column).buffers;
  return new PackedText({
    offsets: offsets.subarray(start, end + 1),
    bytes,
    validity: validity && sliceBits(validity, start, end),
  });
}

function sliceBits(bitmap: Bitmap, start: number, end: number): Bitmap {
  const bits = new Uint8Array(bitmapSize(end - start));
  for (let row = start; row < end; row++) if (hasBit(bitmap, row)) setBit(bits, row - start);
  return bits;
}
