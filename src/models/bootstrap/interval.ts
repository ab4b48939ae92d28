/** A range that holds a value with some confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Confidence of every interval that is told without one. */
export const CONFIDENCE = 0.95;

/**
 * The percentile interval of a statistic's values over resamples (Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993, section 13.3); values that are not finite, of resamples that drew no row, are left out.
 */
export function percentileInterval(values: Float64Array, confidence = CONFIDENCE): Interval {
  const sorted = values.filter(Number.isFinite).toSorted();
  return { low: quantile(sorted, (1 - confidence) / 2), high: quantile(sorted, (1 + confidence) / 2) };
}

/** Between the two sorted values about it, by their distance; NaN for no values. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const [lower, upper] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN];
  return lower === upper ? lower : lower + (upper - lower) * (at - Math.floor(at));
}
