import type { Buffer } from 'node:buffer';
import type { CellTaker } from '../../data/csv/cells.ts';
import { DEFAULT_MISSING, MissingTexts } from '../../data/csv/missing-texts.ts';
import { NUMBER_FORMS } from '../../data/csv/number-forms.ts';
import type { ColumnKind } from '../../data/table.ts';

const missing = new MissingTexts(DEFAULT_MISSING);

/** The cells of one column of CSV as sent: the usual form of a number as that number, anything else as its text. */
export class RawCells implements CellTaker {
  readonly values: (number | string | undefined)[] = [];
  readonly #kind: ColumnKind;

  constructor(kind: ColumnKind) {
    this.#kind = kind;
  }

  take(bytes: Buffer, start: number, end: number): void {
    this.values.push(missing.has(bytes, start, end) ? undefined : this.#cell(bytes, start, end));
  }

  #cell(bytes: Buffer, start: number, end: number): number | string {
    const value = this.#kind === 'text' ? Number.NaN : NUMBER_FORMS[this.#kind].common(bytes, start, end);
    return Number.isNaN(value) ? bytes.toString('utf8', start, end) : value;
  }
}
