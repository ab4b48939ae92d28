export interface Moments {
  readonly mean: number | null;
  readonly standardDeviation: number | null;
}

/** Mean and sample standard deviation of finite values, each as often as its count says, in two passes; null where undefined. */
export function momentsOf(values: Float64Array, counts: Float64Array | undefined): Moments {
  const { total, mean } = meanOf(values, counts);
  let squares = 0;
  for (let index = 0; index < values.length; index++) {
    const deviation = values[index]! - mean;
    squares += deviation * deviation * (counts?.[index] ?? 1);
  }
  return { mean: finite(mean), standardDeviation: total < 2 ? null : finite(Math.sqrt(squares / (total - 1))) };
}

/** Sums what is left of a rough mean: no digits are lost to a large offset. */
function meanOf(values: Float64Array, counts: Float64Array | undefined): { total: number; mean: number } {
  const offset = values[0] ?? Number.NaN;
  let total = 0;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    const count = counts?.[index] ?? 1;
    total += count;
    sum += (values[index]! - offset) * count;
  }
  return { total, mean: offset + sum / total };
}

/** Sums of the greatest doubles go beyond them. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
