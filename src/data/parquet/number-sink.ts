import type { DecodedArray } from 'hyparquet';
import { SluiceError } from '../../errors/sluice-error.ts';
import { INTEGER_RANGE } from '../integer-range.ts';
import type { NumericColumn } from '../table.ts';
import { damaged } from './faults.ts';
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

  takePlaces(rows: PageRows, places: Int32Array): void {
    const values = new Float64Array(places.length);
    const dictionary = this.#dictionary;
    for (let index = 0; index < values.length; index++) {
      const place = places[index]!;
      if (place >= dictionary.length) damaged(`value ${place} of a dictionary of ${dictionary.length}`);
      values[index] = dictionary[place]!;
    }
    this.#take(rows, values);
  }

  takeValues(rows: PageRows, values: DecodedArray): void {
    this.#take(rows, this.#convert(values));
  }

  finish(): NumericColumn {
    return { kind: this.#kind, values: this.#values };
  }

  #take({ rowCount, present }: PageRows, values: Float64Array): void {
    if (present === undefined) this.#values.set(values, this.#row);
    else
      for (let row = 0, next = 0; row < rowCount; row++) {
        this.#values[this.#row + row] = present[row] === 0 ? Number.NaN : values[next++]!;
      }
    this.#row += rowCount;
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
