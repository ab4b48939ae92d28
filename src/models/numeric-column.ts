import { selectColumns } from '../data/select-columns.ts';
import type { ColumnKind, Columns, Table } from '../data/table.ts';
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

/** The columns that a model takes, out of a table that may have more; throws `model.column-missing`, `model.column-not-numeric` or `model.column-not-text`. */
export function inputColumns(table: Table, inputs: Columns): Table {
  for (const [name, kind] of Object.entries(inputs)) checkKind(table, name, kind);
  return selectColumns(table, Object.keys(inputs));
}

function checkKind(table: Table, name: string, kind: ColumnKind): void {
  if (!Object.hasOwn(table.columns, name)) throw columnMissing(table, name);
  const found = table.columns[name]!;
  if (kind !== 'text' && found === 'text') throw columnNotNumeric(name);
  if (kind === 'text' && found !== 'text') throw columnNotText(name, found);
}

/** The table lacks a column; says which may have been meant. */
export function columnMissing(table: Table, name: string): SluiceError {
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
    mend: 'encode the column by fitOneHot among the transforms, or leave it out of the features',
  });
}

function columnNotText(name: string, kind: ColumnKind): SluiceError {
  return new SluiceError({
    code: 'model.column-not-text',
    message: `the column "${name}" holds numbers where the model needs texts`,
    seen: `kind ${kind}`,
    allowed: 'text',
    mend: 'hand over the column as the model was trained on it',
  });
}
