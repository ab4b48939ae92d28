import { checkQuotes, emptyFile, fieldTooLong } from './faults.ts';
import { type FieldSpan, fieldSpan, isCutOff, scanField } from './scan-field.ts';
import { unescapeQuotes } from './unescape-quotes.ts';

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

export interface Header {
  readonly names: readonly string[];
  /** Position of the first record. */
  readonly end: number;
  /** Line feeds inside its quotes. */
  readonly newlines: number;
}

/** The header at the start of the bytes; undefined if it does not end in them and more bytes come. */
export function readHeader(bytes: Buffer, size: number, last: boolean, maxFieldBytes: number): Header | undefined {
  const span = fieldSpan();
  const names: string[] = [];
  let newlines = 0;
  let position = byteOrderMarkSize(bytes, size);
  if (last && position === size) emptyFile();
  do {
    scanField(bytes, position, size, span);
    if (isCutOff(span) && size > maxFieldBytes) fieldTooLong(1, maxFieldBytes);
    if (isCutOff(span) && !last) return undefined;
    checkQuotes(span, 1 + newlines);
    newlines += span.newlines;
    names.push(textOf(bytes, span));
    position = span.next;
  } while (span.ending === 'comma');
  return { names, end: Math.min(position, size), newlines };
}

function textOf(bytes: Buffer, span: FieldSpan): string {
  const content = bytes.subarray(span.start, span.end);
  return span.escaped ? unescapeQuotes(content).toString('utf8') : content.toString('utf8');
}

function byteOrderMarkSize(bytes: Buffer, size: number): number {
  const has = size >= 3 && BYTE_ORDER_MARK.compare(bytes, 0, 3) === 0;
  return has ? BYTE_ORDER_MARK.length : 0;
}
