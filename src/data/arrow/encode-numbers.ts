import { type Bitmap, bitmapSize, setBit } from '../bitmap.ts';
import { notAnInteger } from './faults.ts';

const WORD = 2 ** 32;

/** The buffers of a numeric column. Places of missing values hold zero: the bits of NaN differ between machines. */
export interface NumberBuffers {
  readonly values: Float64Array | BigInt64Array;
  readonly validity: Bitmap;
  readonly nullCount: number;
}

/** Doubles as Arrow lays out Float64, without a copy when none is missing. */
export function encodeFloats(values: Float64Array): NumberBuffers {
  const nulls = nullsOf(values);
  if (nulls.nullCount === 0) return { values, ...nulls };
  const copy = values.map((value) => (Number.isNaN(value) ? 0 : value));
  return { values: copy, ...nulls };
}

/** Integers as Arrow lays out Int64; `firstRow` is the place of the first. Throws `data.not-an-integer`. */
export function encodeIntegers(column: string, values: Float64Array, firstRow: number): NumberBuffers {
  const integers = new BigInt64Array(values.length);
  // In halves: making a bigint of each value takes ten times as long.
  const words = new Int32Array(integers.buffer);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (!Number.isSafeInteger(value)) notAnInteger(column, firstRow + row, value);
    const high = Math.floor(value / WORD);
    words[2 * row] = value - high * WORD;
    words[2 * row + 1] = high;
  }
  return { values: integers, ...nullsOf(values) };
}

function nullsOf(values: Float64Array): { validity: Bitmap; nullCount: number } {
  const validity = new Uint8Array(bitmapSize(values.length));
  let nullCount = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row])) nullCount++;
    else setBit(validity, row);
  }
  return nullCount === 0 ? { validity: new Uint8Array(0), nullCount } : { validity, nullCount };
}
