import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `model.feature-missing` or `model.not-finite` unless every value of a feature is a finite number; rows are counted from `firstRow`. */
export function checkFeature(name: string, values: Float64Array, firstRow = 0): void {
  for (let row = 0; row < values.length; row += 1) {
    if (Number.isNaN(values[row])) throw featureMissing(name, firstRow + row);
  }
  checkNoInfinity(name, values, firstRow);
}

/** Throws `model.not-finite` if a value is infinite; missing ones are let pass. */
export function checkNoInfinity(name: string, values: Float64Array, firstRow = 0): void {
  for (let row = 0; row < values.length; row += 1) {
    if (Math.abs(values[row]!) === Number.POSITIVE_INFINITY) throw infinite(name, values[row]!, firstRow + row);
  }
}

/** A feature has no value in a row, and no imputation stands for it. */
export function featureMissing(name: string, row: number): SluiceError {
  return new SluiceError({
    code: 'model.feature-missing',
    message: `the feature "${name}" has missing values and no imputation`,
    seen: `no value in row ${row}, the first such`,
    allowed: 'a value in every row, or an imputation of that column',
    mend: 'name the column in fitImpute, or drop the rows that lack it',
  });
}

function infinite(name: string, value: number, row: number): SluiceError {
  return new SluiceError({
    code: 'model.not-finite',
    message: `the column "${name}" is infinite in row ${row}`,
    seen: String(value),
    allowed: 'finite numbers',
    mend: 'mend or drop that row',
  });
}
