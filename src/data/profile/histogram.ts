import type { Histogram } from './profile.ts';

const BARS = 20;

/** A histogram of finite values from `min` to `max`, each value as often as its count says. */
export function histogramOf(
  values: Float64Array,
  counts: Float64Array | undefined,
  min: number,
  max: number,
): Histogram {
  const edges = edgesOf(min, max);
  const bars = new Float64Array(edges.length - 1);
  const width = max / BARS - min / BARS;
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    bars[barOf(value, edges, value / width - min / width)]! += counts?.[index] ?? 1;
  }
  return { edges, counts: [...bars] };
}

/** Without the width where it is too small to tell them apart. */
function edgesOf(min: number, max: number): number[] {
  const edges = Array.from({ length: BARS + 1 }, (_, index) => (min / BARS) * (BARS - index) + (max / BARS) * index);
  edges[0] = min;
  edges[BARS] = max;
  const rising = edges.every((edge, index) => index === 0 || edge > edges[index - 1]!);
  return rising ? edges : [min, max];
}

/** The guess may be off by a rounding: the edges decide. */
function barOf(value: number, edges: readonly number[], guess: number): number {
  const last = edges.length - 2;
  let bar = Math.max(0, Math.min(last, Math.floor(guess) || 0));
  while (bar > 0 && value < edges[bar]!) bar--;
  while (bar < last && value >= edges[bar + 1]!) bar++;
  return bar;
}
