import { valuesAtRanks } from '../values-at-ranks.ts';
import type { CountedValues } from './count-values.ts';
import type { Quantile } from './profile.ts';

const SHARES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99];

/** Quantiles of counted values: the least value that the share of all values does not exceed (Hyndman and Fan's type 1). */
export function quantilesOfCounted({ values, counts }: CountedValues): Quantile[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  let index = 0;
  let reached = counts[0]!;
  return SHARES.map((share) => {
    while (reached <= rankOf(share, total)) reached += counts[++index]!;
    return { share, value: values[index]! };
  });
}

/** The same of values as they come, all finite: found bin by bin, so that nearly all of them are never sorted. */
export function quantilesOf(values: Float64Array): Quantile[] {
  if (values.length === 0) return [];
  const ranks = SHARES.map((share) => rankOf(share, values.length));
  const found = valuesAtRanks(values, ranks);
  return SHARES.map((share, index) => ({ share, value: found[index]! }));
}

/** Counted from 0. */
function rankOf(share: number, total: number): number {
  return Math.max(0, Math.ceil(share * total) - 1);
}
