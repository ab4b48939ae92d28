import { Matrix, SingularValueDecomposition, solve } from 'ml-matrix';
import type { Solution } from './solution.ts';
import type { Triangle } from './triangle.ts';

/** Weight in a dependency from which a column takes part in it; what rounding leaves is far below. */
const DEPENDENT_WEIGHT = 1e-6;

/** A triangle of rows about their means, in units of the columns, the penalty taken in. */
export interface Reduced extends Triangle {
  readonly units: readonly number[];
  readonly rowCount: number;
  readonly l2: number;
}

/**
 * Least squares by orthogonal steps, for columns that the normal equations can't solve: of all coefficients that fit
 * best, those of least norm, which are scikit-learn's (LinearRegression: LAPACK's gelsd).
 * The singular values of the triangle give the rank (Golub and Van Loan, section 5.5). No column is constant.
 */
export function minimumNorm({ matrix, right, units, rowCount, l2 }: Reduced): Solution {
  const { U, s, V } = decompose(matrix);
  const rank = rankOf(s, rowCount, l2);
  const scaled = U.transpose()
    .mmul(right)
    .to1DArray()
    .map((value, i) => (i < rank ? value / s[i]! : 0));
  const particular = inUnits(V.mmul(Matrix.columnVector(scaled)), units);
  const dependencies = rank < s.length ? inUnits(V.subMatrix(0, s.length - 1, rank, s.length - 1), units) : undefined;
  return {
    solver: 'minimum-norm',
    coefficients: withoutPart(particular, dependencies).to1DArray(),
    rank,
    dependent: units.map((_, i) =>
      V.getRow(i)
        .slice(rank)
        .some((weight) => Math.abs(weight) > DEPENDENT_WEIGHT),
    ),
  };
}

function decompose(triangle: Matrix): { readonly U: Matrix; readonly s: readonly number[]; readonly V: Matrix } {
  const decomposition = new SingularValueDecomposition(triangle);
  return {
    U: decomposition.leftSingularVectors,
    s: decomposition.diagonal,
    V: decomposition.rightSingularVectors,
  };
}

/** Singular values above rounding; rows about their mean span one direction less than they are. */
function rankOf(singularValues: readonly number[], rowCount: number, l2: number): number {
  const largest = singularValues[0] ?? 0;
  const tolerance = Math.max(rowCount, singularValues.length) * Number.EPSILON * largest;
  const rank = singularValues.filter((value) => value > tolerance).length;
  return l2 > 0 ? rank : Math.min(rank, rowCount - 1);
}

function inUnits(solution: Matrix, units: readonly number[]): Matrix {
  return Matrix.diag(units.map((unit) => 1 / unit)).mmul(solution);
}

/** The vector less its part within the span of the dependencies, along which coefficients change no prediction. */
function withoutPart(vector: Matrix, dependencies: Matrix | undefined): Matrix {
  if (dependencies === undefined) return vector;
  return Matrix.sub(vector, dependencies.mmul(solve(dependencies, vector)));
}
