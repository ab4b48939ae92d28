import type { Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { centreColumn } from './centred-column.ts';
import { checkTarget, targetValues } from './check-target.ts';
import type { RegressionMetrics } from './metrics.ts';
import type { Model } from './model.ts';
import { sum, sumOfSquares } from './sum.ts';

/** Metrics of a model on the rows of a table that has its features and the target; throws as `regressionMetrics`. */
export function evaluate(model: Model, table: Table, targetName: string): RegressionMetrics {
  return regressionMetrics(targetValues(table, targetName), model.predict(table));
}

/**
 * How far predictions lie from what was true, row by row.
 * R² of a constant target is 1 when every prediction is exact and 0 otherwise, as scikit-learn's `r2_score` has it.
 * Throws `model.nothing-to-evaluate`, `model.prediction-not-finite`, `model.target-missing` or `model.not-finite`.
 */
export function regressionMetrics(actual: Float64Array, predicted: Float64Array): RegressionMetrics {
  checkLengths(actual, predicted);
  checkTarget('actual', actual);
  checkPredictions(predicted);
  const errors = actual.map((value, row) => value - predicted[row]!);
  const squares = sumOfSquares(errors);
  const mse = squares / errors.length;
  const r2 = determination(squares, centreColumn(actual).squares);
  return { mse, rmse: Math.sqrt(mse), r2, mae: sum(errors.map(Math.abs)) / errors.length };
}

/** Throws `model.prediction-not-finite` if any prediction is NaN or infinite. */
export function checkPredictions(predicted: Float64Array): void {
  const row = predicted.findIndex((value) => !Number.isFinite(value));
  if (row === -1) return;
  throw new SluiceError({
    code: 'model.prediction-not-finite',
    message: `the prediction of row ${row} is not a finite number`,
    seen: String(predicted[row]),
    allowed: 'finite numbers',
    mend: 'look at the values of that row: they lie far outside of what the model was trained on',
  });
}

/** R² from the squares of the errors and of the target about its mean. */
export function determination(residualSquares: number, totalSquares: number): number {
  if (totalSquares === 0) return residualSquares === 0 ? 1 : 0;
  return 1 - residualSquares / totalSquares;
}

function checkLengths(actual: Float64Array, predicted: Float64Array): void {
  if (actual.length > 0 && actual.length === predicted.length) return;
  throw new SluiceError({
    code: 'model.nothing-to-evaluate',
    message: actual.length === 0 ? 'there are no rows to evaluate on' : 'targets and predictions differ in number',
    seen: `${actual.length} targets, ${predicted.length} predictions`,
    allowed: 'at least one row, and one prediction for each',
    mend: 'hand over a test table with rows; a split may have left none',
  });
}
