import type { Columns, NumericColumn, Table } from '../../data/table.ts';
import { valuesAtRanks } from '../../data/values-at-ranks.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { checkNoInfinity } from '../check-feature.ts';
import { checkRows } from '../check-rows.ts';
import { numericValues, type NumericName } from '../numeric-column.ts';
import { replaceColumns, type MadeColumn } from './replace-columns.ts';

/** What stands for the missing values of one column. */
export interface Fill {
  readonly column: string;
  readonly value: number;
  /** Rows without a value when it was fitted. */
  readonly missing: number;
}

/** Fills missing values with medians of the rows it was fitted on; plain data. */
export interface ImputeTransform {
  readonly kind: 'impute';
  readonly strategy: 'median';
  readonly fills: readonly Fill[];
}

/**
 * Medians of columns over the rows given, which must be training rows only.
 * Between two middle values of an `int` or `time` column the lower is taken, so that the column stays of its kind.
 * Throws `model.no-training-rows`, `model.column-all-missing` or `model.not-finite`.
 */
export function fitImpute<C extends Columns>(table: Table<C>, columns: readonly NumericName<C>[]): ImputeTransform {
  checkRows(table);
  return { kind: 'impute', strategy: 'median', fills: columns.map((column) => fitFill(table, column)) };
}

/** The table with its missing values filled; columns that it does not have are passed over. */
export function applyImpute<C extends Columns>(transform: ImputeTransform, table: Table<C>): Table<C> {
  const fills = transform.fills.filter(({ column }) => Object.hasOwn(table.columns, column));
  const made = fills.map((fill): [string, MadeColumn[]] => [fill.column, [filled(table, fill)]]);
  // Every column keeps its name and kind.
  return replaceColumns(table, new Map(made)) as Table<C>;
}

function fitFill(table: Table, column: string): Fill {
  const values = numericValues(table, column);
  checkNoInfinity(column, values);
  const observed = observedOf(values);
  if (observed.length === 0) throw allMissing(column, table.rowCount);
  const [lower, upper] = middleValues(observed);
  return {
    column,
    value: table.columns[column] === 'float' ? lower + (upper - lower) / 2 : lower,
    missing: values.length - observed.length,
  };
}

function observedOf(values: Float64Array): Float64Array {
  const observed = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row += 1) {
    if (!Number.isNaN(values[row]!)) observed[count++] = values[row]!;
  }
  return observed.subarray(0, count);
}

function filled(table: Table, { column, value: replacement }: Fill): MadeColumn {
  const values = numericValues(table, column).map((value) => (Number.isNaN(value) ? replacement : value));
  // Text columns don't come here: `numericValues` refuses them.
  return { name: column, column: { kind: table.columns[column] as NumericColumn['kind'], values } };
}

/** Twice the same for an odd number of values. */
function middleValues(values: Float64Array): [number, number] {
  const ranks = [Math.floor((values.length - 1) / 2), Math.floor(values.length / 2)];
  return valuesAtRanks(values, ranks) as [number, number];
}

function allMissing(column: string, rows: number): SluiceError {
  return new SluiceError({
    code: 'model.column-all-missing',
    message: `the column "${column}" has no value in any training row, so nothing can stand for a missing one`,
    seen: `${rows} rows, all missing`,
    allowed: 'at least one value',
    mend: 'leave the column out of the features, or mend the data before',
  });
}
