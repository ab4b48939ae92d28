import type { Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { checkNoInfinity } from './check-feature.ts';
import { numericValues } from './numeric-column.ts';

/** The true values of a table's rows. Throws as `numericValues` and `checkTarget`. */
export function targetValues(table: Table, name: string): Float64Array {
  const values = numericValues(table, name);
  checkTarget(name, values);
  return values;
}

/** Throws `model.target-missing` or `model.not-finite` unless every true value is a finite number. */
export function checkTarget(name: string, values: Float64Array): void {
  const missing = values.reduce((count, value) => count + (Number.isNaN(value) ? 1 : 0), 0);
  if (missing > 0) throw targetMissing(name, values, missing);
  checkNoInfinity(name, values);
}

function targetMissing(name: string, values: Float64Array, missing: number): SluiceError {
  return new SluiceError({
    code: 'model.target-missing',
    message: `the target "${name}" is missing in ${missing} of ${values.length} rows`,
    seen: `no value in row ${values.findIndex(Number.isNaN)}, the first such`,
    allowed: 'a value in every row',
    mend: 'drop the rows that have no target before training and evaluating',
  });
}
