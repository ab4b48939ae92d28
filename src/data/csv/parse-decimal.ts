import { DOT, MINUS, PLUS, ZERO } from './bytes.ts';

/** Integers up to 10^15 and these powers are exact doubles, so one division rounds once, as `Number` does. */
const POWERS_OF_TEN = Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));
const MAX_DIGITS = 15;

/**
 * The number that bytes[start, end) spell in plain decimals of at most 15 digits, equal to `Number` of that text;
 * NaN for any other text (W. Clinger, How to read floating point numbers accurately, PLDI 1990, section 3).
 */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
  const signed = bytes[start] === MINUS || bytes[start] === PLUS;
  let digits = 0;
  let fractionStart = end;
  let integer = 0;
  for (let position = signed ? start + 1 : start; position < end; position++) {
    const digit = bytes[position]! - ZERO;
    if (digit >= 0 && digit <= 9) {
      integer = integer * 10 + digit;
      digits++;
    } else if (digit === DOT - ZERO && fractionStart === end) fractionStart = position + 1;
    else return Number.NaN;
  }
  if (digits === 0 || digits > MAX_DIGITS) return Number.NaN;
  const value = integer / POWERS_OF_TEN[end - fractionStart]!;
  return bytes[start] === MINUS ? -value : value;
}
