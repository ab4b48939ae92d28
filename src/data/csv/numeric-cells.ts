import { NumberBuilder } from '../number-builder.ts';
import type { NumericColumn } from '../table.ts';
import { type BadCells, joinBadCells } from './bad-cells.ts';
import type { Cells, TakenCells } from './cells.ts';
import type { MissingTexts } from './missing-texts.ts';
import { NUMBER_FORMS, type NumberForm } from './number-forms.ts';

/** Is told of a cell that is not of its column's kind; `row` counts those since the last `finish`. */
export type NoteBadCell = (row: number, line: number, text: string) => void;

/** The cells of a column of numbers or times. */
export class NumericCells implements Cells {
  readonly #kind: NumericColumn['kind'];
  readonly #form: NumberForm;
  readonly #missing: MissingTexts;
  /** Such as '-1' or '1970-01-01', which would be read as values. */
  readonly #missingLooksLikeValue: boolean;
  readonly #values = new NumberBuilder();
  readonly #noteBad: NoteBadCell | undefined;
  #bad: BadCells | undefined;

  /** With `noteBad`, bad cells are told to it and are none of the column's. */
  constructor(kind: NumericColumn['kind'], missing: MissingTexts, noteBad?: NoteBadCell) {
    this.#kind = kind;
    this.#noteBad = noteBad;
    this.#form = NUMBER_FORMS[kind];
    this.#missing = missing;
    this.#missingLooksLikeValue = missing.texts.some((text) => /\d|inf/i.test(text));
  }

  take(bytes: Buffer, start: number, end: number, line: number): void {
    let value = this.#form.common(bytes, start, end);
    if (Number.isNaN(value) || this.#missingLooksLikeValue) value = this.#thorough(bytes, start, end, line, value);
    this.#values.push(value);
  }

  finish(): TakenCells<NumericColumn> {
    const bad = this.#bad;
    this.#bad = undefined;
    return { column: { kind: this.#kind, values: this.#values.finish() }, bad };
  }

  #thorough(bytes: Buffer, start: number, end: number, line: number, common: number): number {
    if (this.#missing.has(bytes, start, end)) return Number.NaN;
    if (!Number.isNaN(common)) return common;
    const text = bytes.toString('utf8', start, end);
    const value = this.#form.rare(text);
    if (!Number.isNaN(value)) return value;
    if (this.#noteBad === undefined) this.#bad = joinBadCells(this.#bad, { text, line, count: 1 }, 0);
    else this.#noteBad(this.#values.length, line, text);
    return value;
  }
}
