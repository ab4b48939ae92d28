import { lessEach, mean, sum, sumOfSquares } from './sum.ts';

/** Numbers about their mean. */
export interface CentredColumn {
  /** The mean as the nearest double. */
  readonly centre: number;
  /** What the rounding of `centre` left: the mean of `value − centre`. */
  readonly rest: number;
  /** `value − centre − rest`: their sum is 0 to the last digit. */
  readonly values: Float64Array;
  /** Σ values²; exactly 0 when all are equal. */
  readonly squares: number;
}

/** At least one number about the mean, in two passes, so that columns far from 0 keep the digits of their differences. */
export function centreColumn(values: Float64Array): CentredColumn {
  const centre = mean(values);
  const about = lessEach(values, centre);
  const rest = sum(about) / values.length;
  const centred = lessEach(about, rest);
  return { centre, rest, values: centred, squares: sumOfSquares(centred) };
}

/** Standard deviation of the rows as the whole population. */
export function standardDeviation({ squares, values }: CentredColumn): number {
  return Math.sqrt(squares / values.length);
}
