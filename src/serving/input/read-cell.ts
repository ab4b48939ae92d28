import { parseNumber } from '../../data/csv/parse-number.ts';
import { parseTime } from '../../data/csv/parse-time.ts';
import type { NumericColumn } from '../../data/table.ts';
import type { RawRows } from './raw-rows.ts';

type NumericKind = NumericColumn['kind'];

/** What a cell of each kind must hold. */
export const EXPECTED: Readonly<Record<NumericKind | 'text', string>> = {
  float: 'expected a finite number',
  int: 'expected an integer',
  text: 'expected a text',
  time: 'expected a time (milliseconds since 1970, or ISO 8601)',
};

/** The number in a cell; NaN if it holds none of that kind. In JSON a number in quotes is none. */
export function readNumber(writing: RawRows['writing'], kind: NumericKind, cell: unknown): number {
  if (kind === 'time') return readTime(cell);
  const value = writing === 'text' && typeof cell === 'string' ? parseNumber(cell) : cell;
  const fits = kind === 'int' ? Number.isSafeInteger(value) : Number.isFinite(value);
  return fits ? (value as number) : Number.NaN;
}

function readTime(cell: unknown): number {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : Number.NaN;
  if (typeof cell !== 'string') return Number.NaN;
  const bytes = new TextEncoder().encode(cell);
  return parseTime(bytes, 0, bytes.length);
}
