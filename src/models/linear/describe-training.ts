import type { Columns, Table } from '../../data/table.ts';
import { standardDeviation } from '../centred-column.ts';
import type { ColumnStatistics, TrainingStatistics } from '../model-document.ts';
import type { Signature } from '../model.ts';
import { numericValues } from '../numeric-column.ts';
import type { ImputeTransform } from '../transforms/impute.ts';
import type { CentredTraining, TrainingColumn } from './training.ts';

/** What a model of these columns takes: a column may be missing where an imputation stands for it. */
export function signatureOf({ features, target }: CentredTraining, impute: ImputeTransform | undefined): Signature {
  const filled = new Set(impute?.fills.map(({ column }) => column));
  return {
    inputs: features.map(({ name, kind }) => ({ name, kind, nullable: filled.has(name) })),
    output: { name: target.name, kind: 'float' },
  };
}

/** The part of an imputation that a model of these columns needs. */
export function transformsFor(columns: CentredTraining, impute: ImputeTransform | undefined): ImputeTransform[] {
  const names = new Set(columns.features.map(({ name }) => name));
  const fills = impute?.fills.filter(({ column }) => names.has(column)) ?? [];
  return impute === undefined || fills.length === 0 ? [] : [{ ...impute, fills }];
}

/** Statistics of the columns as the model saw them; missing values are those that the imputation was fitted over. */
export function trainingStatistics(
  { rowCount, features, target }: CentredTraining,
  impute: ImputeTransform | undefined,
): TrainingStatistics {
  const missing = new Map(impute?.fills.map((fill) => [fill.column, fill.missing]));
  return {
    rows: rowCount,
    features: features.map((feature) => statistics(feature, missing.get(feature.name) ?? 0)),
    target: statistics(target, 0),
  };
}

/** The first row of a table as a caller would send it. */
export function firstRow<C extends Columns>(table: Table<C>, names: readonly string[]): Record<string, number | null> {
  return Object.fromEntries(names.map((name) => [name, nullIfMissing(numericValues(table, name)[0]!)]));
}

function statistics({ name, values, centred }: TrainingColumn, missing: number): ColumnStatistics {
  const spread = { mean: centred.centre, standardDeviation: standardDeviation(centred) };
  return { column: name, ...spread, ...range(values), missing };
}

function range(values: Float64Array): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row += 1) {
    min = Math.min(min, values[row]!);
    max = Math.max(max, values[row]!);
  }
  return { min, max };
}

function nullIfMissing(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
