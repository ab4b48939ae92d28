import type { DecodedArray } from 'hyparquet';
import { parseDecimal, parseFloat16 } from 'hyparquet/src/convert.js';
import type { StoredType } from './stored-type.ts';

const MS_A_DAY = 86_400_000;
/** Of Julian days, which INT96 counts in, at the start of 1970. */
const JULIAN_DAY_OF_1970 = 2_440_588n;
const NANOSECONDS_A_DAY = 86_400_000_000_000n;
/** How many of the unit are a millisecond. */
const UNITS_A_MS = { MILLIS: 1, MICROS: 1_000, NANOS: 1_000_000 } as const;

/** Values as doubles: numbers nearest to them, times as milliseconds since 1970, rounded down. */
export function toNumbers(stored: StoredType, values: DecodedArray): Float64Array {
  switch (stored.is) {
    case 'timestamp':
      return toMilliseconds(values, UNITS_A_MS[stored.unit]);
    case 'date':
      return Float64Array.from(values as ArrayLike<number>, (days) => days * MS_A_DAY);
    case 'int96':
      return Float64Array.from(values as ArrayLike<bigint>, int96ToMilliseconds);
    case 'decimal':
      return Float64Array.from(values as ArrayLike<DecimalValue>, (value) => decimalToNumber(value, stored.scale));
    case 'half':
      return Float64Array.from(values as ArrayLike<Uint8Array>, (bytes) => parseFloat16(bytes)!);
    case 'unsigned':
      return values instanceof BigInt64Array ? halvesToNumbers(values, unsignedHigh) : unsigned(values);
    default:
      return values instanceof BigInt64Array
        ? halvesToNumbers(values, signedHigh)
        : new Float64Array(values as ArrayLike<number>);
  }
}

type DecimalValue = number | bigint | Uint8Array;

const signedHigh = (high: number) => high;
const unsignedHigh = (high: number) => high >>> 0;

/** Without a bigint for each; the sum is rounded once, so that it is the nearest double. */
function halvesToNumbers(values: BigInt64Array, highOf: (high: number) => number): Float64Array {
  const halves = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  const numbers = new Float64Array(values.length);
  for (let index = 0; index < numbers.length; index++) {
    numbers[index] = highOf(halves[index * 2 + 1]!) * 2 ** 32 + (halves[index * 2]! >>> 0);
  }
  return numbers;
}

function unsigned(values: DecodedArray): Float64Array {
  return Float64Array.from(values as ArrayLike<number>, (value) => value >>> 0);
}

function toMilliseconds(values: DecodedArray, unitsAMs: number): Float64Array {
  const stamps = values as BigInt64Array;
  const numbers = halvesToNumbers(stamps, signedHigh);
  if (unitsAMs === 1) return numbers;
  for (let index = 0; index < numbers.length; index++) {
    const units = numbers[index]!;
    numbers[index] = Number.isSafeInteger(units) ? Math.floor(units / unitsAMs) : exactly(stamps[index]!, unitsAMs);
  }
  return numbers;
}

function exactly(units: bigint, unitsAMs: number): number {
  const divisor = BigInt(unitsAMs);
  const remainder = units % divisor;
  return Number((units - (remainder < 0n ? remainder + divisor : remainder)) / divisor);
}

/** The high 32 bits count days, the low 64 nanoseconds of the day. */
function int96ToMilliseconds(value: bigint): number {
  const days = (value >> 64n) - JULIAN_DAY_OF_1970;
  return exactly(days * NANOSECONDS_A_DAY + BigInt.asUintN(64, value), UNITS_A_MS.NANOS);
}

/** The double nearest to digits / 10^scale: a power of ten up to 10²² is exact, so that one division rounds once. */
function decimalToNumber(value: DecimalValue, scale: number): number {
  if (value instanceof Uint8Array) return bytesToNumber(value, scale);
  const digits = Number(value);
  return Number.isSafeInteger(digits) && scale <= 22 ? digits / 10 ** scale : Number(`${value}e-${scale}`);
}

function bytesToNumber(bytes: Uint8Array, scale: number): number {
  const digits = parseDecimal(bytes);
  if (Number.isSafeInteger(digits)) return decimalToNumber(digits, scale);
  const hex = Buffer.from(bytes).toString('hex');
  return decimalToNumber(BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`)), scale);
}
