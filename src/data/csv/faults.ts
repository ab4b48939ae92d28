import { SluiceError } from '../../errors/sluice-error.ts';
import type { FieldSpan } from './scan-field.ts';

/** Throws `data.csv-empty`. */
export function emptyFile(): never {
  throw new SluiceError({
    code: 'data.csv-empty',
    message: 'the file is empty',
    seen: '0 bytes',
    allowed: 'a header line, and rows below it',
    mend: 'check how the file was written, and give one with data',
  });
}

/** Throws `data.csv-unclosed-quote` or `data.csv-stray-quote` if the field, which starts on this line, has one. */
export function checkQuotes(span: FieldSpan, line: number): void {
  if (span.ending === 'open-quote') unclosedQuote(line);
  if (span.ending === 'after-quote') textAfterQuote(line);
}

/** Throws `data.csv-field-count`. */
export function wrongFieldCount(line: number, seen: string, expected: number): never {
  throw new SluiceError({
    code: 'data.csv-field-count',
    message: `line ${line} has another number of fields than the header`,
    seen,
    allowed: `${expected}, as in the header`,
    mend: 'quote fields that contain commas, and complete rows that were cut off',
  });
}

/** Throws `data.csv-field-too-long`. */
export function fieldTooLong(line: number, maxFieldBytes: number): never {
  throw new SluiceError({
    code: 'data.csv-field-too-long',
    message: `a field that starts on line ${line} does not end`,
    seen: `more than ${maxFieldBytes} bytes`,
    allowed: `at most ${maxFieldBytes} bytes in a field`,
    mend: 'close the quote that is open, or give a CSV file with line ends',
  });
}

function unclosedQuote(line: number): never {
  throw new SluiceError({
    code: 'data.csv-unclosed-quote',
    message: 'the file ends inside a quoted field',
    seen: `a quote that opens on line ${line} and never closes`,
    allowed: 'a closing quote for every opening one',
    mend: 'the file was likely cut off: fetch it again; or close the quote',
  });
}

function textAfterQuote(line: number): never {
  throw new SluiceError({
    code: 'data.csv-stray-quote',
    message: 'a quoted field goes on after its closing quote',
    seen: `line ${line}`,
    allowed: 'a comma or the end of the line after a closing quote; quotes inside a quoted field doubled ("")',
    mend: 'double the quotes inside the field',
  });
}
