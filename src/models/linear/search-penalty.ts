import { CholeskyDecomposition, Matrix, pseudoInverse } from 'ml-matrix';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { PenaltyError } from '../model-document.ts';
import { joined } from './fold-moments.ts';
import type { Moments } from './moments.ts';
import { normalEquations, varyingPlaces, wellConditioned } from './normal-equations.ts';

/**
 * The error of each penalty on rows left out: each fold once, the fit on all others together, all from moments and
 * none from the rows. Throws `model.too-few-folds`.
 */
export function searchPenalty(folds: readonly Moments[], l2s: readonly number[]): PenaltyError[] {
  if (folds.length < 2) throw tooFewFolds(folds.length);
  const errors = folds.map((left, fold) => errorsOn(left, joined(folds.toSpliced(fold, 1)), l2s));
  return l2s.map((l2, at) => ({
    l2,
    ...averaged(
      folds,
      errors.map((squares) => squares[at]!),
    ),
  }));
}

/** The penalty of least error; of equal ones the greatest. */
export function bestPenalty(path: readonly PenaltyError[]): number {
  const least = Math.min(...path.map(({ mse }) => mse));
  return Math.max(...path.filter(({ mse }) => mse === least).map(({ l2 }) => l2));
}

/** Mean squared errors on the rows left out, penalty by penalty. */
function errorsOn(left: Moments, training: Moments, l2s: readonly number[]): number[] {
  const places = varyingPlaces(training);
  const correlations = correlationsAt(left, places);
  return l2s.map((l2) => {
    const slopes = places.length === 0 ? new Matrix(0, 1) : slopesOf(training, places, l2);
    return squaresLeft(correlations, slopes) / left.rowCount + offset(left, training, places, slopes) ** 2;
  });
}

function slopesOf(training: Moments, places: readonly number[], l2: number): Matrix {
  const equations = normalEquations(training, places, l2);
  const { matrix, right, units } = equations;
  const scaled = wellConditioned(equations)
    ? new CholeskyDecomposition(matrix).solve(right)
    : pseudoInverse(matrix, matrix.rows * Number.EPSILON).mmul(right);
  return Matrix.columnVector(units.map((unit, j) => scaled.get(j, 0) / unit));
}

/** Products about the means of some rows: of the features with each other and with the target, and of the target. */
interface Correlations {
  readonly features: Matrix;
  readonly right: Matrix;
  readonly target: number;
}

function correlationsAt({ names, products }: Moments, places: readonly number[]): Correlations {
  const size = names.length;
  const features = new Matrix(places.length, places.length);
  const right = new Matrix(places.length, 1);
  for (const [i, place] of places.entries()) {
    for (const [j, other] of places.entries()) {
      features.set(i, j, products[Math.max(place, other) * size + Math.min(place, other)]!);
    }
    right.set(i, 0, products[(size - 1) * size + place]!);
  }
  return { features, right, target: products[size * size - 1]! };
}

/** Σ (y − βx)² with all about their means. */
function squaresLeft({ features, right, target }: Correlations, slopes: Matrix): number {
  let squares = target;
  const explained = features.mmul(slopes);
  for (let i = 0; i < slopes.rows; i += 1) {
    squares += slopes.get(i, 0) * (explained.get(i, 0) - 2 * right.get(i, 0));
  }
  return Math.max(0, squares);
}

/** How far the fit lies off the mean of the rows left out. */
function offset(left: Moments, training: Moments, places: readonly number[], slopes: Matrix): number {
  const apart = (place: number) => left.means[place]! - training.means[place]!;
  return places.reduce((sum, place, j) => sum - slopes.get(j, 0) * apart(place), apart(left.names.length - 1));
}

/** The mean over all rows, and its standard error from the means of the folds. */
function averaged(folds: readonly Moments[], errors: readonly number[]): Omit<PenaltyError, 'l2'> {
  const rowCount = folds.reduce((sum, fold) => sum + fold.rowCount, 0);
  const mse = errors.reduce((sum, error, fold) => sum + error * (folds[fold]!.rowCount / rowCount), 0);
  const squares = errors.reduce((sum, error) => sum + (error - mse) ** 2, 0);
  return { mse, standardError: Math.sqrt(squares / (folds.length - 1) / folds.length) };
}

function tooFewFolds(count: number): SluiceError {
  return new SluiceError({
    code: 'model.too-few-folds',
    message: 'the training rows fall into fewer than two folds, so none can be left out',
    seen: `${count} fold with rows`,
    allowed: 'at least two',
    mend: 'give more rows, or a key with more values; or give l2 itself',
  });
}
