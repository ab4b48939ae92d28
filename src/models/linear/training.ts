import type { ColumnKind, Columns, Table } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { centreColumn, type CentredColumn } from '../centred-column.ts';
import { checkFeature } from '../check-feature.ts';
import { checkRows } from '../check-rows.ts';
import { checkTarget } from '../check-target.ts';
import { numericValues, type NumericName } from '../numeric-column.ts';
import { applyImpute, type ImputeTransform } from '../transforms/impute.ts';

/** What a linear trainer is given. */
export interface Training<C extends Columns, F extends NumericName<C>> {
  /** Training rows only, raw or imputed already. */
  readonly table: Table<C>;
  /** The model's inputs, in its order. */
  readonly features: readonly F[];
  readonly target: NumericName<C>;
  /** Fitted on training rows; travels inside the model. A feature that it does not name must have no missing value. */
  readonly impute?: ImputeTransform;
}

/** A column of checked numbers, as they are and about their mean. */
export interface TrainingColumn {
  readonly name: string;
  readonly values: Float64Array;
  readonly centred: CentredColumn;
}

export interface Feature extends TrainingColumn {
  readonly kind: ColumnKind;
}

/** A training ready to be solved. */
export interface CentredTraining {
  readonly rowCount: number;
  readonly features: readonly Feature[];
  readonly target: TrainingColumn;
}

/**
 * The columns of a training, imputed and centred. Throws `model.bad-features`, `model.no-training-rows`,
 * `model.column-missing`, `model.column-not-numeric`, `model.feature-missing`, `model.target-missing` or
 * `model.not-finite`.
 */
export function centreTraining<C extends Columns, F extends NumericName<C>>(training: Training<C, F>): CentredTraining {
  const { table, target } = training;
  checkRows(table);
  checkNames(training.features, target);
  const imputed = training.impute === undefined ? table : applyImpute(training.impute, table);
  return {
    rowCount: table.rowCount,
    features: training.features.map((name) => featureOf(imputed, name)),
    target: targetOf(table, target),
  };
}

function featureOf(table: Table, name: string): Feature {
  const values = numericValues(table, name);
  checkFeature(name, values);
  return { kind: table.columns[name]!, ...trainingColumn(name, values) };
}

function targetOf(table: Table, name: string): TrainingColumn {
  const values = numericValues(table, name);
  checkTarget(name, values);
  return trainingColumn(name, values);
}

function trainingColumn(name: string, values: Float64Array): TrainingColumn {
  const centred = centreColumn(values);
  if (Number.isFinite(centred.squares)) return { name, values, centred };
  throw new SluiceError({
    code: 'model.not-finite',
    message: `the squares of the column "${name}" run over the range of numbers`,
    seen: `a sum of squares of ${centred.squares}`,
    allowed: 'values to about 10¹⁵⁰',
    mend: 'bring the column to a smaller unit',
  });
}

function checkNames(features: readonly string[], target: string): void {
  const valid = features.length > 0 && new Set([...features, target]).size === features.length + 1;
  if (valid) return;
  throw new SluiceError({
    code: 'model.bad-features',
    message: features.length === 0 ? 'the model has no features' : 'a feature is named twice, or is the target itself',
    seen: `features ${features.join(', ') || 'none'}; target ${target}`,
    allowed: 'at least one feature, each once, the target not among them',
    mend: 'mend the list of features',
  });
}
