import type { NumericColumn } from '../table.ts';
import { parseDecimal } from './parse-decimal.ts';
import { parseNumber } from './parse-number.ts';
import { parseTime } from './parse-time.ts';

/** How the cells of one kind of numeric column are read; NaN is a cell of another form. */
export interface NumberForm {
  /** Reads the form that nearly every cell has, without making a string. */
  common(bytes: Uint8Array, start: number, end: number): number;
  /** Reads the forms that `common` leaves. */
  rare(text: string): number;
}

export const NUMBER_FORMS: Readonly<Record<NumericColumn['kind'], NumberForm>> = {
  float: { common: parseDecimal, rare: parseNumber },
  int: {
    common: (bytes, start, end) => wholeOnly(parseDecimal(bytes, start, end)),
    rare: (text) => wholeOnly(parseNumber(text)),
  },
  time: { common: parseTime, rare: () => Number.NaN },
};

/** Integers have no minus zero. */
function wholeOnly(value: number): number {
  return Number.isSafeInteger(value) ? value + 0 : Number.NaN;
}
