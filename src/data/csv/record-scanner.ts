import type { CellTaker } from './cells.ts';
import { checkQuotes, fieldTooLong, wrongFieldCount } from './faults.ts';
import type { RowFaults } from './left-out.ts';
import { PlainRecord } from './plain-record.ts';
import { type FieldSpan, fieldSpan, isCutOff, scanField } from './scan-field.ts';
import { unescapeQuotes } from './unescape-quotes.ts';

/** What a scanner looks for. */
export interface RecordShape {
  /** Fields of every record. */
  readonly fieldCount: number;
  /** For each of `cells`, the field it takes. */
  readonly positions: readonly number[];
  readonly cells: readonly CellTaker[];
  readonly maxFieldBytes: number;
  /** Line of the first record. */
  readonly firstLine: number;
  /** Where records of another number of fields are noted; undefined if they are errors. */
  readonly faults?: RowFaults | undefined;
}

/** Splits records and hands the wanted fields to their columns, whole records only. */
export class RecordScanner {
  /** Line of the next record. */
  line: number;
  readonly #shape: RecordShape;
  /** For each field, the index of the cells that take it, or -1. */
  readonly #takers: Int32Array;
  readonly #wanted: readonly FieldSpan[];
  readonly #unwanted = fieldSpan();
  readonly #plain: PlainRecord;

  constructor(shape: RecordShape) {
    this.#shape = shape;
    this.#takers = new Int32Array(shape.fieldCount).fill(-1);
    for (const [index, position] of shape.positions.entries()) this.#takers[position] = index;
    this.#wanted = shape.cells.map(fieldSpan);
    this.#plain = new PlainRecord(shape.fieldCount);
    this.line = shape.firstLine;
  }

  /** Takes the whole records of bytes[from, size), and gives the position after them; `last` says that no more come. */
  scan(bytes: Buffer, from: number, size: number, last: boolean): number {
    let position = from;
    while (position < size) {
      const next = this.#scanPlain(bytes, position, size) ?? this.#scanRecord(bytes, position, size, last);
      if (next === undefined) break;
      position = next;
    }
    return position;
  }

  #scanPlain(bytes: Buffer, from: number, size: number): number | undefined {
    const plain = this.#plain;
    const next = plain.find(bytes, from, size);
    if (next === undefined || next - from > this.#shape.maxFieldBytes) return undefined;
    const { cells, positions } = this.#shape;
    for (let index = 0; index < cells.length; index++) {
      const field = positions[index]!;
      cells[index]!.take(bytes, plain.starts[field]!, plain.ends[field]!, this.line);
    }
    this.line += 1 + plain.newlines;
    return next;
  }

  /** Position after the record, or undefined if it goes on after the bytes. */
  #scanRecord(bytes: Buffer, from: number, size: number, last: boolean): number | undefined {
    let position = from;
    let newlines = 0;
    for (let field = 0; ; field++) {
      const span = this.#spanOf(field);
      scanField(bytes, position, size, span);
      this.#checkSize(span, this.line + newlines);
      if (!last && isCutOff(span)) return undefined;
      checkQuotes(span, this.line + newlines);
      newlines += span.newlines;
      position = span.next;
      if (span.ending === 'comma') continue;
      this.#endRecord(bytes, field + 1, span.end === from);
      this.line += 1 + newlines;
      return position;
    }
  }

  #spanOf(field: number): FieldSpan {
    const { fieldCount, faults } = this.#shape;
    if (field === fieldCount && faults === undefined) wrongFieldCount(this.line, `more than ${fieldCount}`, fieldCount);
    const taker = this.#takers[field] ?? -1;
    return taker < 0 ? this.#unwanted : this.#wanted[taker]!;
  }

  #checkSize(span: FieldSpan, line: number): void {
    const { maxFieldBytes } = this.#shape;
    if (span.end - span.start > maxFieldBytes) fieldTooLong(line, maxFieldBytes);
  }

  #endRecord(bytes: Buffer, fieldsSeen: number, blank: boolean): void {
    const { fieldCount, faults } = this.#shape;
    if (fieldsSeen === fieldCount) return this.#hand(bytes);
    if (blank) return;
    if (faults === undefined) wrongFieldCount(this.line, `${fieldsSeen}`, fieldCount);
    faults.noteRecord(
      this.line,
      () => `${fieldsSeen} ${fieldsSeen === 1 ? 'field' : 'fields'} where the header has ${fieldCount}`,
    );
  }

  #hand(bytes: Buffer): void {
    const { cells } = this.#shape;
    for (let index = 0; index < cells.length; index++) {
      const { start, end, escaped } = this.#wanted[index]!;
      if (escaped) this.#handUnescaped(cells[index]!, bytes.subarray(start, end));
      else cells[index]!.take(bytes, start, end, this.line);
    }
  }

  #handUnescaped(cells: CellTaker, content: Buffer): void {
    const text = unescapeQuotes(content);
    cells.take(text, 0, text.length, this.line);
  }
}
