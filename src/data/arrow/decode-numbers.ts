import { hasBit } from '../bitmap.ts';
import { notAnInteger } from './faults.ts';
import type { ColumnPart } from './record-batch.ts';

const WORD = 2 ** 32;

/** The doubles of the parts, one after the other; not copied from a single part without missing values. */
export function decodeFloats(parts: readonly ColumnPart[]): Float64Array {
  const [first] = parts;
  if (parts.length === 1 && first!.validity === undefined) return floatsOf(first!);
  const values = new Float64Array(totalRows(parts));
  let start = 0;
  for (const part of parts) {
    values.set(floatsOf(part), start);
    clearMissing(values, start, part);
    start += part.rowCount;
  }
  return values;
}

/** The integers of the parts, one after the other. Throws `data.not-an-integer` for one that no double holds. */
export function decodeIntegers(column: string, parts: readonly ColumnPart[]): Float64Array {
  const values = new Float64Array(totalRows(parts));
  let start = 0;
  for (const part of parts) {
    setIntegers(values, start, part);
    clearMissing(values, start, part);
    start += part.rowCount;
  }
  const unsafe = values.findIndex((value) => !Number.isSafeInteger(value) && !Number.isNaN(value));
  return unsafe === -1 ? values : notAnInteger(column, unsafe, values[unsafe]!);
}

function setIntegers(values: Float64Array, start: number, { rowCount, data }: ColumnPart): void {
  const words = new Int32Array(data.buffer, data.byteOffset, rowCount * 2);
  for (let row = 0; row < rowCount; row++) values[start + row] = words[2 * row + 1]! * WORD + (words[2 * row]! >>> 0);
}

function clearMissing(values: Float64Array, start: number, { rowCount, validity }: ColumnPart): void {
  if (validity === undefined) return;
  for (let row = 0; row < rowCount; row++) if (!hasBit(validity, row)) values[start + row] = Number.NaN;
}

function floatsOf({ rowCount, data }: ColumnPart): Float64Array {
  return new Float64Array(data.buffer, data.byteOffset, rowCount);
}

function totalRows(parts: readonly ColumnPart[]): number {
  return parts.reduce((total, part) => total + part.rowCount, 0);
}
