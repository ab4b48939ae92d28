import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Moments } from './moments.ts';

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

/** Places of the features that take more than one value. Throws `model.not-finite` if squares run over. */
export function varyingPlaces({ names, products, minima, maxima }: Moments): number[] {
  for (const [j, name] of names.entries()) {
    if (!Number.isFinite(products[j * names.length + j])) throw squaresRunOver(name);
  }
  return names.flatMap((_, j) => (j < names.length - 1 && maxima[j]! > minima[j]! ? [j] : []));
}

/** The normal equations of the features at these places, none of them constant. */
export function normalEquations({ names, products }: Moments, places: readonly number[], l2: number): NormalEquations {
  const size = names.length;
  const units = places.map((place) => Math.sqrt(products[place * size + place]! + l2));
  const matrix = Matrix.eye(places.length, places.length);
  const right = new Matrix(places.length, 1);
  for (const [i, unit] of units.entries()) {
    for (let j = 0; j < i; j += 1)
      setBoth(matrix, i, j, products[places[i]! * size + places[j]!]! / (unit * units[j]!));
    right.set(i, 0, products[(size - 1) * size + places[i]!]! / unit);
  }
  return { matrix, right, units };
}

/** Whether the equations can be solved without losing more than six digits. */
export function wellConditioned({ matrix }: NormalEquations): boolean {
  const { realEigenvalues } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const least = Math.min(...realEigenvalues);
  return least > 0 && Math.max(...realEigenvalues) / least <= MAX_CONDITION;
}

function setBoth(matrix: Matrix, i: number, j: number, value: number): void {
  matrix.set(i, j, value);
  matrix.set(j, i, value);
}

function squaresRunOver(name: string): SluiceError {
  return new SluiceError({
    code: 'model.not-finite',
    message: `the squares of the column "${name}" run over the range of numbers`,
    seen: 'a sum of squares that is not finite',
    allowed: 'values to about 10¹⁵⁰',
    mend: 'bring the column to a smaller unit',
  });
}
