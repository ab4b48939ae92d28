import { SluiceError } from '../../errors/sluice-error.ts';
import { INTEGER_RANGE } from '../integer-range.ts';
import type { ColumnKind } from '../table.ts';
import { parseNumber } from './parse-number.ts';
import { quoteText } from './quote-text.ts';

/** Cells of one column that are not of its kind: the first, and how many. */
export interface BadCells {
  readonly text: string;
  readonly line: number;
  readonly count: number;
}

/** The bad cells of some records and of those after them; `linesBefore` is added to the lines of the latter. */
export function joinBadCells(
  earlier: BadCells | undefined,
  later: BadCells | undefined,
  linesBefore: number,
): BadCells | undefined {
  if (later === undefined) return earlier;
  if (earlier === undefined) return { ...later, line: later.line + linesBefore };
  return { ...earlier, count: earlier.count + later.count };
}

/** Throws `data.not-a-number`, `data.not-an-integer` or `data.not-a-time`. */
export function throwBadCells(column: string, kind: ColumnKind, { text, line, count }: BadCells): never {
  const cells = count === 1 ? '1 such cell' : `${count} such cells`;
  const seen = `${quoteText(text)} on line ${line}; ${cells}`;
  if (kind === 'time') notATime(column, seen);
  if (Number.isNaN(parseNumber(text))) notANumber(column, seen);
  notAnInteger(column, seen);
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
