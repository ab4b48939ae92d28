import { boundsOf } from './bounds.ts';

/** No more than this is sorted, except where values lie too close to be told apart. */
const SORTED_COUNT = 4_096;
const BINS = 4_096;
const MAX_DEPTH = 8;

/**
 * The values that would be at these ranks (counted from 0, rising) if all were sorted; finite values, at least one.
 * Found bin by bin, so that nearly all of them are never sorted.
 */
export function valuesAtRanks(values: Float64Array, ranks: readonly number[]): number[] {
  return select(values, ranks, 0);
}

function select(values: Float64Array, ranks: readonly number[], depth: number): number[] {
  const { min, max } = boundsOf(values);
  const scale = BINS / (max - min);
  if (values.length <= SORTED_COUNT || depth === MAX_DEPTH || !Number.isFinite(scale) || scale === 0) {
    const sorted = values.toSorted();
    return ranks.map((rank) => sorted[rank]!);
  }
  const bins = binsOf(values, min, scale);
  const starts = binStarts(bins);
  const wanted = ranks.map((rank) => starts.findLastIndex((start) => start <= rank));
  const inside = valuesIn(values, bins, starts, new Set(wanted));
  return [...inside].flatMap(([bin, some]) => {
    const own = ranks.filter((_, index) => wanted[index] === bin).map((rank) => rank - starts[bin]!);
    return select(some, own, depth + 1);
  });
}

function binsOf(values: Float64Array, min: number, scale: number): Uint16Array {
  const bins = new Uint16Array(values.length);
  for (let index = 0; index < bins.length; index++) bins[index] = Math.min(BINS - 1, (values[index]! - min) * scale);
  return bins;
}

/** Rank at which each bin starts; the last of those that start at a rank is the one that holds it. */
function binStarts(bins: Uint16Array): number[] {
  const counts = new Int32Array(BINS);
  for (let index = 0; index < bins.length; index++) counts[bins[index]!]! += 1;
  let start = 0;
  return Array.from(counts, (count) => {
    start += count;
    return start - count;
  });
}

/** The values in the wanted bins, by bin. */
function valuesIn(
  values: Float64Array,
  bins: Uint16Array,
  starts: readonly number[],
  wanted: ReadonlySet<number>,
): Map<number, Float64Array> {
  const inside = new Map(
    [...wanted].map((bin) => [bin, new Float64Array((starts[bin + 1] ?? values.length) - starts[bin]!)]),
  );
  const targets = Array.from({ length: BINS }, (_, bin) => inside.get(bin));
  const filled = new Int32Array(BINS);
  for (let index = 0; index < values.length; index++) {
    const bin = bins[index]!;
    const target = targets[bin];
    if (target !== undefined) target[filled[bin]!++] = values[index]!;
  }
  return inside;
}
