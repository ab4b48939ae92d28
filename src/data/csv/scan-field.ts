import { COMMA, CR, LF, QUOTE } from './bytes.ts';

/** How a field ends: a comma, the end of its record, the end of the bytes, or not by the rules. */
export type FieldEnding = 'comma' | 'record' | 'bytes' | 'open-quote' | 'after-quote';

/** Where a field lies. One is reused from field to field: there are millions. */
export interface FieldSpan {
  /** First byte of the content, after an opening quote. */
  start: number;
  /** After the last byte of the content. */
  end: number;
  /** First byte of the next field. */
  next: number;
  /** Whether quotes inside it are doubled. */
  escaped: boolean;
  /** Line feeds inside its quotes. */
  newlines: number;
  ending: FieldEnding;
}

/** A span to be filled by `scanField`. */
export function fieldSpan(): FieldSpan {
  return { start: 0, end: 0, next: 0, escaped: false, newlines: 0, ending: 'bytes' };
}

/** Whether the field goes on, or may go on, after the bytes. */
export function isCutOff(span: FieldSpan): boolean {
  return span.ending === 'bytes' || span.ending === 'open-quote';
}

/** Finds the field at `from` (RFC 4180, LF or CRLF). `bytes[size]` must be a line feed: the loops look at no bound. */
export function scanField(bytes: Uint8Array, from: number, size: number, span: FieldSpan): void {
  span.escaped = false;
  span.newlines = 0;
  if (bytes[from] === QUOTE) return scanQuoted(bytes, from, size, span);
  let position = from;
  // Letters, digits, dots and dashes are all greater than a comma.
  while (bytes[position]! > COMMA || (bytes[position] !== COMMA && bytes[position] !== LF)) position++;
  span.start = from;
  endField(bytes, position, size, span);
  const crlf = span.ending !== 'comma' && position > from && bytes[position - 1] === CR;
  span.end = crlf ? position - 1 : position;
}

function scanQuoted(bytes: Uint8Array, from: number, size: number, span: FieldSpan): void {
  span.start = from + 1;
  const close = closingQuote(bytes, from + 1, size, span);
  span.end = close;
  if (close === size) span.ending = 'open-quote';
  else endField(bytes, bytes[close + 1] === CR && bytes[close + 2] === LF ? close + 2 : close + 1, size, span);
}

/** Position of the quote that closes the field, or `size`. */
function closingQuote(bytes: Uint8Array, from: number, size: number, span: FieldSpan): number {
  for (let position = from; position < size; position++) {
    const byte = bytes[position];
    if (byte === LF) span.newlines++;
    if (byte !== QUOTE) continue;
    if (bytes[position + 1] !== QUOTE) return position;
    span.escaped = true;
    position++;
  }
  return size;
}

function endField(bytes: Uint8Array, position: number, size: number, span: FieldSpan): void {
  span.next = position + 1;
  if (position >= size) span.ending = 'bytes';
  else if (bytes[position] === COMMA) span.ending = 'comma';
  else span.ending = bytes[position] === LF ? 'record' : 'after-quote';
}
