import { damaged } from './faults.ts';

/** More bits would not fit the 32 that are shifted here; no page has 2²⁴ values to tell apart. */
const MAX_WIDTH = 24;

/**
 * Fills `output` with numbers of `width` bits, in runs of equal ones and packed ones by turns (Parquet's RLE /
 * bit-packing hybrid: github.com/apache/parquet-format, Encodings.md). Throws `data.parquet-damaged`.
 */
export function readHybrid(bytes: Uint8Array, width: number, output: Int32Array): void {
  if (width > MAX_WIDTH) damaged(`numbers of ${width} bits`);
  const cursor = { at: 0 };
  let filled = 0;
  while (filled < output.length) {
    const header = readVarint(bytes, cursor);
    const end = Math.min(output.length, filled + (header & 1 ? (header >>> 1) * 8 : header >>> 1));
    if (header & 1) unpack(bytes, cursor, width, output.subarray(filled, end), header >>> 1);
    else output.fill(readRunValue(bytes, cursor, width), filled, end);
    if (end === filled) damaged('an empty run of values');
    filled = end;
  }
}

interface Cursor {
  at: number;
}

function readVarint(bytes: Uint8Array, cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 32; shift += 7) {
    const byte = bytes[cursor.at++] ?? damaged('a page that ends inside a run of values');
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
  return damaged('a run of more than 2³² values');
}

function readRunValue(bytes: Uint8Array, cursor: Cursor, width: number): number {
  let value = 0;
  for (let shift = 0; shift < width; shift += 8) {
    value |= (bytes[cursor.at++] ?? damaged('a page that ends inside a run of values')) << shift;
  }
  return value;
}

/** Groups of eight values each take `width` bytes; the last one may be cut off after the values that count. */
function unpack(bytes: Uint8Array, cursor: Cursor, width: number, output: Int32Array, groups: number): void {
  const start = cursor.at;
  cursor.at += groups * width;
  if (start + Math.ceil((output.length * width) / 8) > bytes.length) damaged('a page that ends inside packed values');
  const mask = 2 ** width - 1;
  let at = start;
  let held = 0;
  let heldBits = 0;
  for (let index = 0; index < output.length; index++) {
    for (; heldBits < width; heldBits += 8) held |= bytes[at++]! << heldBits;
    output[index] = held & mask;
    held >>>= width;
    heldBits -= width;
  }
}
