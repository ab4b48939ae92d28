import { CholeskyDecomposition } from 'ml-matrix';
import type { Columns } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { CentredColumn } from '../centred-column.ts';
import type { Model } from '../model.ts';
import type { NumericName } from '../numeric-column.ts';
import { fitModel } from './fit-model.ts';
import { minimumNorm } from './minimum-norm.ts';
import { normalEquations, wellConditioned } from './normal-equations.ts';
import type { Solution } from './solution.ts';
import type { Training } from './training.ts';

/**
 * Least squares with a penalty of `l2` on the squares of the coefficients, not on the intercept, in the columns' own
 * units (scikit-learn's Ridge(alpha=l2)): centred sums and Cholesky. Collinear and nearly collinear columns go to
 * `minimumNorm` instead. Throws `model.bad-l2`, and as `centreTraining` does.
 */
export function trainRidge<C extends Columns, F extends NumericName<C>>({
  l2,
  ...training
}: Training<C, F> & { readonly l2: number }): Model<Pick<C, F>> {
  checkPenalty(l2);
  return fitModel(training, { name: 'ridge', l2 }, 'cholesky', (columns, target) => solveRidge(columns, target, l2));
}

function solveRidge(columns: readonly CentredColumn[], target: CentredColumn, l2: number): Solution {
  const equations = normalEquations(columns, target, l2);
  if (!wellConditioned(equations)) return minimumNorm(columns, target, l2);
  const scaled = new CholeskyDecomposition(equations.matrix).solve(equations.right);
  return {
    solver: 'cholesky',
    coefficients: equations.units.map((unit, j) => scaled.get(j, 0) / unit),
    rank: columns.length,
    dependent: columns.map(() => false),
  };
}

function checkPenalty(l2: number): void {
  if (l2 >= 0 && Number.isFinite(l2)) return;
  throw new SluiceError({
    code: 'model.bad-l2',
    message: 'the ridge penalty is not a number from 0',
    seen: String(l2),
    allowed: '0 (plain least squares) and any positive finite number',
    mend: 'give l2 such a number; 1 is a usual start',
  });
}
