import { SluiceError } from '../../errors/sluice-error.ts';
import { INTEGER_RANGE } from '../integer-range.ts';

/** Throws `data.arrow-damaged`; `seen` says what cannot be. */
export function damaged(seen: string, cause?: unknown): never {
  throw new SluiceError({
    code: 'data.arrow-damaged',
    message: 'the bytes are no whole Arrow file',
    seen,
    allowed: 'the Arrow IPC file format',
    mend: 'remove the artifact and run again: its step is run anew; or fetch the file again',
    cause,
  });
}

/** What `decode` gives; `data.arrow-damaged` for what damaged offsets lead to: views outside of bytes, or unaligned. */
export function orDamaged<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof RangeError) return damaged(error.message, error);
    throw error;
  }
}

/** Throws `data.arrow-unsupported`; `seen` says what the file holds. */
export function unsupported(seen: string): never {
  throw new SluiceError({
    code: 'data.arrow-unsupported',
    message: 'the Arrow file holds something that tables do not',
    seen,
    allowed: 'uncompressed columns of float64, int64, utf8 or timestamp[ms], each name once',
    mend: 'cast the columns and write the file without compression',
  });
}

/** Throws `data.not-an-integer`. */
export function notAnInteger(column: string, row: number, value: number): never {
  throw new SluiceError({
    code: 'data.not-an-integer',
    message: `column '${column}' has a number that is no integer`,
    seen: `${value} in row ${row}`,
    allowed: INTEGER_RANGE,
    mend: "make the column a 'float' column, or round its values",
  });
}
