import type { Columns, Table } from '../data/table.ts';
import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';

/** Names of the columns that hold numbers. */
export type NumericName<C extends Columns> = {
  [N in keyof C & string]: C[N] extends 'text' ? never : N;
}[keyof C & string];

/** Values of a numeric column, NaN where missing; throws `model.column-missing` or `model.column-not-numeric`. */
export function numericValues(table: Table, name: string): Float64Array {
  if (!Object.hasOwn(table.columns, name)) throw columnMissing(table, name);
  const column = table.column(name);
  if (column.kind === 'text') throw columnNotNumeric(name);
  return column.values;
}

function columnMissing(table: Table, name: string): SluiceError {
  const names = Object.keys(table.columns);
  const meant = nearest(name, names);
  return new SluiceError({
    code: 'model.column-missing',
    message: `the table has no column "${name}", which the model needs`,
    seen: `columns ${names.join(', ')}`,
    allowed: `a table with the column ${name}`,
    mend: meant === undefined ? 'hand over a table with that column' : `did you mean "${meant}"?`,
  });
}

function columnNotNumeric(name: string): SluiceError {
  return new SluiceError({
    code: 'model.column-not-numeric',
    message: `the column "${name}" holds text where the model needs numbers`,
    seen: 'kind text',
    allowed: 'float, int, time',
    mend: 'turn the column into numbers in a step before, or leave it out of the features',
  });
}
