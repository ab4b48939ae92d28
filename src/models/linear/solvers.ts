import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { MultivariateLinearRegression } from 'ml-regression';
import type { NormalEquations } from './normal-equations.ts';
import type { Solver } from './solution.ts';

/**
 * Least squares by ml-regression. It is handed the Cholesky triangle of the standardised columns in place of the rows:
 * both have the same normal equations, and the triangle is as small as the rows are many.
 */
export const leastSquares: Solver = {
  name: 'multivariate-linear-regression',
  l2: 0,
  solve: ({ matrix, right, units }) => {
    const lower = new CholeskyDecomposition(matrix).lowerTriangularMatrix;
    const { weights } = new MultivariateLinearRegression(lower.transpose(), forward(lower, right), {
      intercept: false,
      statistics: false,
    });
    return units.map((unit, j) => weights[j]![0]! / unit);
  },
};

/** Least squares with a penalty, by Cholesky. */
export function penalised(l2: number): Solver {
  return { name: 'cholesky', l2, solve: solveByCholesky };
}

function solveByCholesky({ matrix, right, units }: NormalEquations): number[] {
  const scaled = new CholeskyDecomposition(matrix).solve(right);
  return units.map((unit, j) => scaled.get(j, 0) / unit);
}

/** Solves `L x = b` for a lower triangle. */
function forward(lower: Matrix, right: Matrix): Matrix {
  const solution = right.clone();
  for (let i = 0; i < lower.rows; i += 1) {
    let rest = right.get(i, 0);
    for (let j = 0; j < i; j += 1) rest -= lower.get(i, j) * solution.get(j, 0);
    solution.set(i, 0, rest / lower.get(i, i));
  }
  return solution;
}
