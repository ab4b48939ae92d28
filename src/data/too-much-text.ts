import { SluiceError } from '../errors/sluice-error.ts';

/** Offsets of texts are signed 32-bit integers, and so are lengths rounded up to 8 bytes. */
export const MAX_TEXT_BYTES = 2 ** 31 - 8;

/** Throws `data.text-too-large`. */
export function tooMuchText(maxBytes: number): never {
  throw new SluiceError({
    code: 'data.text-too-large',
    message: 'the texts of one column are too large together',
    allowed: `at most ${maxBytes} bytes in a column`,
    mend: 'leave out the column, or split the rows into several tables',
  });
}
