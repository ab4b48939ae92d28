import * as fc from 'fast-check';
import { tableOf } from '../../../src/data/table-of.ts';
import type { Table } from '../../../src/data/table.ts';

const missing = fc.constant(Number.NaN);
const float = fc.oneof({ weight: 4, arbitrary: fc.double() }, { weight: 1, arbitrary: missing });
/** Minus zero is no integer of its own. */
const int = fc.oneof(
  { weight: 4, arbitrary: fc.maxSafeInteger().map((value) => value + 0) },
  { weight: 1, arbitrary: missing },
);
const time = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -(2 ** 52), max: 2 ** 52 }) },
  { weight: 1, arbitrary: missing },
);
const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });

/** Tables of every kind of column, of no rows and more. */
export const arbitraryTable: fc.Arbitrary<Table> = fc.nat({ max: 40 }).chain((rowCount) => {
  const values = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: rowCount, maxLength: rowCount });
  return fc
    .record({ price: values(float), photos: values(int), bought: values(time), city: values(text) })
    .map((columns) =>
      tableOf<Table['columns']>({ city: 'text', price: 'float', photos: 'int', bought: 'time' }, columns),
    );
});
