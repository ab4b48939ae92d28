/** Bits by row, least significant first, as Arrow lays out validity: a set bit is a value that is there. */
export type Bitmap = Uint8Array;

/** Bytes that a bitmap of so many rows takes. */
export function bitmapSize(rowCount: number): number {
  return Math.ceil(rowCount / 8);
}

/** Whether the bit of a row is set. */
export function hasBit(bitmap: Bitmap, row: number): boolean {
  return (bitmap[row >>> 3]! & (1 << (row & 7))) !== 0;
}

/** Sets the bit of a row. */
export function setBit(bitmap: Bitmap, row: number): void {
  bitmap[row >>> 3]! |= 1 << (row & 7);
}
