import { NumberBuilder } from '../number-builder.ts';
import type { NumericColumn } from '../table.ts';
import { BadCells } from './bad-cells.ts';
import type { Cells } from './cells.ts';
import type { MissingTexts } from './missing-texts.ts';
import { NUMBER_FORMS } from './number-forms.ts';

/** The cells of a column of numbers or times. */
export class NumericCells implements Cells {
  readonly #kind: NumericColumn['kind'];
  readonly #missing: MissingTexts;
  /** Such as '-1' or '1970-01-01', which would be read as values. */
  readonly #missingLooksLikeValue: boolean;
  readonly #bad: BadCells;
  readonly #values = new NumberBuilder();

  constructor(name: string, kind: NumericColumn['kind'], missing: MissingTexts) {
    this.#kind = kind;
    this.#missing = missing;
    this.#missingLooksLikeValue = missing.texts.some((text) => /\d|inf/i.test(text));
    this.#bad = new BadCells(name, kind);
  }

  take(bytes: Buffer, start: number, end: number, line: number): void {
    let value = NUMBER_FORMS[this.#kind].common(bytes, start, end);
    if (Number.isNaN(value) || this.#missingLooksLikeValue) value = this.#thorough(bytes, start, end, line, value);
    this.#values.push(value);
  }

  finish(): NumericColumn {
    this.#bad.throwIfAny();
    return { kind: this.#kind, values: this.#values.finish() };
  }

  #thorough(bytes: Buffer, start: number, end: number, line: number, common: number): number {
    if (this.#missing.has(bytes, start, end)) return Number.NaN;
    if (!Number.isNaN(common)) return common;
    const text = bytes.toString('utf8', start, end);
    const value = NUMBER_FORMS[this.#kind].rare(text);
    if (Number.isNaN(value)) this.#bad.add(text, line);
    return value;
  }
}
