import type { DecodedArray } from 'hyparquet';
import { SluiceError } from '../../errors/sluice-error.ts';
import { INTEGER_RANGE } from '../integer-range.ts';
import type { NumericColumn } from '../table.ts';
import { placeMissing } from './faults.ts';
import type { FoundColumn } from './find-columns.ts';
import type { PageRows, Sink } from './sink.ts';
import { toNumbers } from './to-numbers.ts';

/** The rows of a column of numbers or times; its values are turned into doubles once, also those of a dictionary. */
export class NumberSink implements Sink {
  readonly #column: FoundColumn;
  readonly #kind: NumericColumn['kind'];
  readonly #values: Float64Array;
  #row = 0;
  #dictionary: Float64Array = new Float64Array(0);

  constructor(column: FoundColumn, kind: NumericColumn['kind'], rowCount: number) {
    this.#column = column;
    this.#kind = kind;
    this.#values = new Float64Array(rowCount);
  }

  setDictionary(values: DecodedArray): void {
    this.#dictionary = this.#convert(values);
  }

  takePlaces({ rowCount, present }: PageRows, places: Int32Array): void {
    const values = this.#values;
    const dictionary = this.#dictionary;
    const start = this.#row;
    for (let row = 0, next = 0; row < rowCount; row++) {
      if (present !== undefined && present[row] === 0) values[start + row] = Number.NaN;
      else values[start + row] = dictionary[places[next++]!] ?? placeMissing(dictionary.length);
    }
    this.#row += rowCount;
  }

  takeValues({ rowCount, present }: PageRows, values: DecodedArray): void {
    const numbers = this.#convert(values);
    if (present === undefined) this.#values.set(numbers, this.#row);
    else this.#scatter(numbers, present);
    this.#row += rowCount;
  }

  finish(): NumericColumn {
    return { kind: this.#kind, values: this.#values };
  }

  #scatter(numbers: Float64Array, present: Int32Array): void {
    for (let row = 0, next = 0; row < present.length; row++) {
      this.#values[this.#row + row] = present[row] === 0 ? Number.NaN : numbers[next++]!;
    }
  }

  #convert(values: DecodedArray): Float64Array {
    const numbers = toNumbers(this.#column.stored, values);
    if (this.#kind === 'int') checkIntegers(this.#column.name, numbers, values);
    return numbers;
  }
}

/** NaN is a missing value of a column of floats; minus zero is no integer of its own. */
function checkIntegers(name: string, numbers: Float64Array, values: DecodedArray): void {
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index]!;
    if (number === 0) numbers[index] = 0;
    else if (!Number.isSafeInteger(number) && !Number.isNaN(number)) notAnInteger(name, number, values[index]);
  }
}

function notAnInteger(name: string, number: number, value: unknown): never {
  throw new SluiceError({
    code: 'data.not-an-integer',
    message: `column '${name}' has a number that is no integer`,
    seen: String(typeof value === 'bigint' ? value : number),
    allowed: INTEGER_RANGE,
    mend: "read the column as 'float', or write the numbers as texts",
  });
}
