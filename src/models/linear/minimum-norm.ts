import { Matrix, QrDecomposition, SingularValueDecomposition, solve } from 'ml-matrix';
import type { CentredColumn } from '../centred-column.ts';
import type { Solution } from './solution.ts';

/** Weight in a dependency from which a column takes part in it; what rounding leaves is far below. */
const DEPENDENT_WEIGHT = 1e-6;

/**
 * Least squares by orthogonal steps, for columns that the normal equations can't solve: of all coefficients that fit
 * best, those of least norm, which are scikit-learn's (LinearRegression: LAPACK's gelsd).
 * QR brings rows down to one triangle, whose singular values give the rank (Golub and Van Loan, section 5.5).
 * None of the columns is constant.
 */
export function minimumNorm(columns: readonly CentredColumn[], target: CentredColumn, l2: number): Solution {
  const units = columns.map((column) => Math.sqrt(column.squares + l2));
  const { triangle, right } = reduceToTriangle(columns, target, units, l2);
  const { U, s, V } = decompose(triangle);
  const rank = rankOf(s, target.values.length, l2);
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
    dependent: columns.map((_, i) =>
      V.getRow(i)
        .slice(rank)
        .some((weight) => Math.abs(weight) > DEPENDENT_WEIGHT),
    ),
  };
}

/** R and Qᵀy of the columns in unit length, the penalty as rows below them. */
function reduceToTriangle(
  columns: readonly CentredColumn[],
  target: CentredColumn,
  units: readonly number[],
  l2: number,
): { readonly triangle: Matrix; readonly right: Matrix } {
  const size = columns.length;
  const rowCount = target.values.length;
  const system = Matrix.zeros(rowCount + size + 1, size + 1);
  for (const [j, { values }] of columns.entries()) {
    for (let row = 0; row < rowCount; row += 1) system.set(row, j, values[row]! / units[j]!);
    system.set(rowCount + j, j, Math.sqrt(l2) / units[j]!);
  }
  for (let row = 0; row < rowCount; row += 1) system.set(row, size, target.values[row]!);
  const reduced = new QrDecomposition(system).upperTriangularMatrix;
  return {
    triangle: reduced.subMatrix(0, size - 1, 0, size - 1),
    right: reduced.subMatrix(0, size - 1, size, size),
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
