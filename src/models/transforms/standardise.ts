import type { Columns, Table } from '../../data/table.ts';
import { centreColumn, standardDeviation } from '../centred-column.ts';
import { checkFeature } from '../check-feature.ts';
import { checkRows } from '../check-rows.ts';
import { numericValues, type NumericName } from '../numeric-column.ts';
import { replaceColumns, type MadeColumn } from './replace-columns.ts';

/** Where one column lies and how wide. */
export interface Scale {
  readonly column: string;
  readonly mean: number;
  /** Of the rows as the whole population; 0 for a column of one value. */
  readonly standardDeviation: number;
}

/** Takes columns to mean 0 and standard deviation 1 over the rows it was fitted on; plain data. */
export interface StandardiseTransform {
  readonly kind: 'standardise';
  readonly scales: readonly Scale[];
}

/**
 * Means and standard deviations of columns over the rows given, which must be training rows only.
 * Throws `model.no-training-rows`, `model.feature-missing` or `model.not-finite`.
 */
export function fitStandardise<C extends Columns>(
  table: Table<C>,
  columns: readonly NumericName<C>[],
): StandardiseTransform {
  checkRows(table);
  return { kind: 'standardise', scales: columns.map((column) => fitScale(table, column)) };
}

/** The table with the transform's columns standardised; a column that had one value becomes 0 where it has it still. */
export function applyStandardise<C extends Columns>(transform: StandardiseTransform, table: Table<C>): Table<C> {
  const made = transform.scales.map((scale): [string, MadeColumn[]] => {
    const values = standardise(scale, numericValues(table, scale.column));
    return [scale.column, [{ name: scale.column, column: { kind: 'float', values } }]];
  });
  // Every column keeps its name; whole numbers become fractions, which no reader of numbers tells apart.
  return replaceColumns(table, new Map(made)) as Table<C>;
}

/** Values about the mean in units of the standard deviation (of 1 when that is 0, as scikit-learn's StandardScaler). */
export function standardise(scale: Scale, values: Float64Array): Float64Array {
  const unit = scale.standardDeviation || 1;
  return values.map((value) => (value - scale.mean) / unit);
}

function fitScale(table: Table, column: string): Scale {
  const values = numericValues(table, column);
  checkFeature(column, values);
  const centred = centreColumn(values);
  return { column, mean: centred.centre, standardDeviation: standardDeviation(centred) };
}
