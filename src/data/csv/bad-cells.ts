import { SluiceError } from '../../errors/sluice-error.ts';
import { INTEGER_RANGE } from '../integer-range.ts';
import type { NumericColumn } from '../table.ts';
import { parseNumber } from './parse-number.ts';
import { quoteText } from './quote-text.ts';

/** Cells of one column that are not of its kind: the first, and how many. */
export class BadCells {
  readonly #column: string;
  readonly #kind: NumericColumn['kind'];
  #first: { readonly text: string; readonly line: number } | undefined;
  #count = 0;

  constructor(column: string, kind: NumericColumn['kind']) {
    this.#column = column;
    this.#kind = kind;
  }

  add(text: string, line: number): void {
    this.#first ??= { text, line };
    this.#count += 1;
  }

  /** Throws `data.not-a-number`, `data.not-an-integer` or `data.not-a-time` if there were any. */
  throwIfAny(): void {
    if (this.#first === undefined) return;
    const { text, line } = this.#first;
    const count = this.#count === 1 ? '1 such cell' : `${this.#count} such cells`;
    const seen = `${quoteText(text)} on line ${line}; ${count}`;
    if (this.#kind === 'time') notATime(this.#column, seen);
    if (Number.isNaN(parseNumber(text))) notANumber(this.#column, seen);
    notAnInteger(this.#column, seen);
  }
}

function notANumber(column: string, seen: string): never {
  throw new SluiceError({
    code: 'data.not-a-number',
    message: `column '${column}' has text where numbers are expected`,
    seen,
    allowed: 'decimals such as -12.5 or 3e8',
    mend: 'correct the cells, empty them, or name their text among those that mean missing',
  });
}

function notAnInteger(column: string, seen: string): never {
  throw new SluiceError({
    code: 'data.not-an-integer',
    message: `column '${column}' has a number that is no integer`,
    seen,
    allowed: INTEGER_RANGE,
    mend: "read the column as 'float', or correct the cells",
  });
}

function notATime(column: string, seen: string): never {
  throw new SluiceError({
    code: 'data.not-a-time',
    message: `column '${column}' has a cell that is no time`,
    seen,
    allowed: 'ISO 8601 such as 2018-05-03, 2018-05-03 12:00:00 or 2018-05-03T12:00:00.000Z',
    mend: "write the times so, empty the cells, or read the column as 'text'",
  });
}
