import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { CentredColumn } from '../centred-column.ts';

/** Rows summed at a stretch: short enough for the cache, and it keeps the rounding of long sums small. */
const BLOCK_ROWS = 1024;

/**
 * The condition number from which normal equations are no longer trusted. They lose its digits out of 16, so that
 * coefficients keep ten below it; a singular set of columns lies at 10¹⁵ and above.
 */
const MAX_CONDITION = 1e6;

/** `(XᵀX + l2·I) β = Xᵀy` in units in which the matrix has 1 on its diagonal. */
export interface NormalEquations {
  readonly matrix: Matrix;
  readonly right: Matrix;
  /** Divides a solution back into the columns' own units. */
  readonly units: readonly number[];
}

/** The normal equations of centred columns, none of them constant. */
export function normalEquations(columns: readonly CentredColumn[], target: CentredColumn, l2: number): NormalEquations {
  const units = columns.map((column) => Math.sqrt(column.squares + l2));
  const products = innerProducts([...columns, target].map(({ values }) => values));
  const size = columns.length;
  const matrix = Matrix.eye(size, size);
  const right = new Matrix(size, 1);
  for (const [i, unit] of units.entries()) {
    for (let j = 0; j < i; j += 1) setBoth(matrix, i, j, products.get(i, j) / (unit * units[j]!));
    right.set(i, 0, products.get(size, i) / unit);
  }
  return { matrix, right, units };
}

/** Whether the equations can be solved without losing more than six digits. */
export function wellConditioned({ matrix }: NormalEquations): boolean {
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const least = Math.min(...realEigenvalues);
  return least > 0 && Math.max(...realEigenvalues) / least <= MAX_CONDITION;
}

/** Lower triangle of the inner products of all columns. */
function innerProducts(columns: readonly Float64Array[]): Matrix {
  const products = new Matrix(columns.length, columns.length);
  const rowCount = columns[0]!.length;
  for (let from = 0; from < rowCount; from += BLOCK_ROWS) {
    const blocks = columns.map((values) => values.subarray(from, from + BLOCK_ROWS));
    for (const [i, left] of blocks.entries()) {
      for (let j = 0; j <= i; j += 1) products.set(i, j, products.get(i, j) + innerProduct(left, blocks[j]!));
    }
  }
  return products;
}

function innerProduct(left: Float64Array, right: Float64Array): number {
  let total = 0;
  for (let row = 0; row < left.length; row += 1) total += left[row]! * right[row]!;
  return total;
}

function setBoth(matrix: Matrix, i: number, j: number, value: number): void {
  matrix.set(i, j, value);
  matrix.set(j, i, value);
}
