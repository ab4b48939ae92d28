import { SluiceError } from '../../errors/sluice-error.ts';
import { inPercent } from '../in-percent.ts';
import type { LeftOut, UnreadableRow } from './left-out.ts';
import { type CsvSource, inFile, nameOf } from './read-source.ts';

/** The rows that were left out: a cell was not of its column's kind, or the record had too few fields or too many. */
export interface UnreadableRows {
  readonly count: number;
  /** Of all rows, from 0 to 1. */
  readonly share: number;
  /** The first few of them. */
  readonly examples: readonly UnreadableRow[];
}

/** What a source whose readable rows were counted left out. Throws `data.too-many-unreadable` above a share of all. */
export function unreadableRows(
  source: CsvSource,
  leftOut: LeftOut,
  readableCount: number,
  maxShare: number,
): UnreadableRows {
  const rowCount = readableCount + leftOut.count;
  const unreadable = { ...leftOut, share: leftOut.count === 0 ? 0 : leftOut.count / rowCount };
  if (unreadable.share > maxShare) throw inFile(nameOf(source), tooMany(unreadable, rowCount, maxShare));
  return unreadable;
}

function tooMany({ count, examples, share }: UnreadableRows, rowCount: number, maxShare: number): SluiceError {
  const quoted = examples.map(({ line, reason }) => `line ${line}: ${reason}`).join('; ');
  return new SluiceError({
    code: 'data.too-many-unreadable',
    message: 'more rows cannot be read than may be left out',
    seen: `${count} of ${rowCount} rows: ${quoted}${count > examples.length ? '; …' : ''}`,
    allowed: `at most ${inPercent(maxShare)} of the rows`,
    mend: 'correct these rows, or let the step leave out a greater share',
    details: { count, share, examples },
  });
}
