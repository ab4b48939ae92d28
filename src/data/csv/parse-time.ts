import { COLON, LETTER_T, MINUS, SPACE, ZERO } from './bytes.ts';

const DAY_MS = 86_400_000;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FRACTION_AND_ZONE = /^(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;
const LONGEST_REST = '.123456789+00:00'.length;

/**
 * Milliseconds since 1970 of an ISO 8601 date, or date and time, in bytes[start, end); NaN for any other text.
 * A space may stand for the T; without a zone it is UTC; digits beyond milliseconds are cut off.
 */
export function parseTime(bytes: Uint8Array, start: number, end: number): number {
  const date = parseDate(bytes, start, end);
  if (end - start === 10) return date;
  const separator = bytes[start + 10];
  if (separator !== SPACE && separator !== LETTER_T) return Number.NaN;
  const clock = parseClock(bytes, start + 11, end);
  return end - start === 19 ? date + clock : date + clock + parseRest(bytes, start + 19, end);
}

/** YYYY-MM-DD. */
function parseDate(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 10 || bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return Number.NaN;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  const known = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return known ? daysSince1970(year, month, day) * DAY_MS : Number.NaN;
}

/** HH:MM:SS in milliseconds. */
function parseClock(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 8 || bytes[start + 2] !== COLON || bytes[start + 5] !== COLON) return Number.NaN;
  const hours = twoDigits(bytes, start);
  const minutes = twoDigits(bytes, start + 3);
  const seconds = twoDigits(bytes, start + 6);
  return hours <= 23 && minutes <= 59 && seconds <= 59 ? ((hours * 60 + minutes) * 60 + seconds) * 1000 : Number.NaN;
}

/** What follows the seconds, in milliseconds to add: a fraction, a zone, or both. */
function parseRest(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > LONGEST_REST) return Number.NaN;
  const match = FRACTION_AND_ZONE.exec(String.fromCharCode(...bytes.subarray(start, end)));
  if (match === null) return Number.NaN;
  const [, fraction = '', zone = ''] = match;
  return Number(fraction.slice(0, 3).padEnd(3, '0')) - zoneOffsetMs(zone);
}

function zoneOffsetMs(zone: string): number {
  if (zone === '' || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** NaN unless both are digits. */
function twoDigits(bytes: Uint8Array, start: number): number {
  const tens = bytes[start]! - ZERO;
  const ones = bytes[start + 1]! - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1]!;
}

/** `Date.UTC` takes years below 100 for 1900s; this is H. Hinnant's days_from_civil for years from 0. */
function daysSince1970(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}
