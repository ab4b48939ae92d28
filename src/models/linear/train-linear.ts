import { Matrix } from 'ml-matrix';
import { MultivariateLinearRegression } from 'ml-regression';
import type { Columns } from '../../data/table.ts';
import { standardDeviation, type CentredColumn } from '../centred-column.ts';
import type { Model } from '../model.ts';
import type { NumericName } from '../numeric-column.ts';
import { fitModel } from './fit-model.ts';
import { minimumNorm } from './minimum-norm.ts';
import { normalEquations, wellConditioned } from './normal-equations.ts';
import type { Solution } from './solution.ts';
import type { Training } from './training.ts';

/**
 * Least squares by ml-regression on standardised columns: uncentred ones would cost it the intercept.
 * Collinear and nearly collinear columns go to `minimumNorm` instead. Throws as `centreTraining` does.
 */
export function trainLinear<C extends Columns, F extends NumericName<C>>(training: Training<C, F>): Model<Pick<C, F>> {
  return fitModel(training, { name: 'linear' }, 'multivariate-linear-regression', solveLinear);
}

function solveLinear(columns: readonly CentredColumn[], target: CentredColumn): Solution {
  if (!wellConditioned(normalEquations(columns, target, 0))) return minimumNorm(columns, target, 0);
  const units = columns.map(standardDeviation);
  const { weights } = new MultivariateLinearRegression(
    standardised(columns, units),
    Matrix.columnVector(target.values),
    { intercept: false, statistics: false },
  );
  return {
    solver: 'multivariate-linear-regression',
    coefficients: units.map((unit, j) => weights[j]![0]! / unit),
    rank: columns.length,
    dependent: columns.map(() => false),
  };
}

function standardised(columns: readonly CentredColumn[], units: readonly number[]): Matrix {
  const rowCount = columns[0]!.values.length;
  const matrix = new Matrix(rowCount, columns.length);
  for (const [j, { values }] of columns.entries()) {
    for (let row = 0; row < rowCount; row += 1) matrix.set(row, j, values[row]! / units[j]!);
  }
  return matrix;
}
