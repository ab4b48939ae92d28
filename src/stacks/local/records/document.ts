import { corruptRecords } from './corrupt-records.ts';

/** Marks a text in the JSON as a number that JSON has no word for, or as a text that itself begins with the mark. */
const mark = '\0';

/** Of a damaged record's text, in characters. */
const SEEN_LENGTH = 80;

/** A record as JSON in which NaN, infinities and -0 are kept. */
export function encodeDocument(record: object): string {
  return JSON.stringify(record, (_key, value: unknown) => {
    if (typeof value === 'number' && !isPlain(value)) return mark + nameOf(value);
    if (typeof value === 'string') return (value.startsWith(mark) ? mark + value : value).toWellFormed();
    return value;
  });
}

/** The record that `encodeDocument` was given; its type is that of the column's writer. Throws `records.corrupt`. */
export function decodeDocument<T extends object>(text: string): T {
  try {
    return JSON.parse(text, (_key, value: unknown) => (typeof value === 'string' ? unmarked(value) : value));
  } catch (error) {
    throw corruptRecords(`the record ${JSON.stringify(text.slice(0, SEEN_LENGTH))}, which is not JSON`, error);
  }
}

function unmarked(value: string): string | number {
  if (!value.startsWith(mark)) return value;
  const rest = value.slice(mark.length);
  return rest.startsWith(mark) ? rest : Number(rest);
}

function isPlain(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function nameOf(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
