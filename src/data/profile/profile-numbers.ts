import type { NumericColumn } from '../table.ts';
import { countValues } from './count-values.ts';
import { MAX_DISTINCT } from './distinct.ts';
import { histogramOf } from './histogram.ts';
import { momentsOf } from './moments.ts';
import { boundsOf } from '../bounds.ts';
import type { NumberProfile, Quantile } from './profile.ts';
import { quantilesOf, quantilesOfCounted } from './quantiles.ts';

/** The profile of a column of numbers or times: by its different values where they are few, else by all of them. */
export function profileNumbers(name: string, { kind, values }: NumericColumn): NumberProfile {
  const counted = countValues(values, MAX_DISTINCT);
  const finite = finiteOf(counted?.values ?? values, counted?.counts);
  return {
    name,
    kind,
    nulls: values.length - finite.total - finite.infinities,
    distinct: counted === undefined ? { moreThan: MAX_DISTINCT } : { count: counted.values.length },
    infinities: finite.infinities,
    ...statisticsOf(finite),
  };
}

/** Finite values, how often each comes unless each is one row, and how many rows have one. */
interface FiniteValues {
  readonly values: Float64Array;
  readonly counts: Float64Array | undefined;
  readonly total: number;
  /** How many are not among them for being infinite. */
  readonly infinities: number;
}

function finiteOf(values: Float64Array, counts: Float64Array | undefined): FiniteValues {
  const finite = new Float64Array(values.length);
  const finiteCounts = new Float64Array(counts === undefined ? 0 : values.length);
  let [length, total, infinities] = [0, 0, 0];
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    const count = counts?.[index] ?? 1;
    if (Number.isFinite(value)) {
      // Minus zero is zero.
      finite[length] = value + 0;
      finiteCounts[length++] = count;
      total += count;
    } else if (!Number.isNaN(value)) infinities += count;
  }
  const kept = finite.subarray(0, length);
  return { values: kept, counts: counts && finiteCounts.subarray(0, length), total, infinities };
}

type Statistics = Omit<NumberProfile, 'name' | 'kind' | 'nulls' | 'distinct' | 'infinities'>;

function statisticsOf({ values, counts }: FiniteValues): Statistics {
  if (values.length === 0) return NO_STATISTICS;
  const { min, max } = boundsOf(values);
  return {
    min,
    max,
    ...momentsOf(values, counts),
    quantiles: quantilesIn(values, counts),
    histogram: histogramOf(values, counts, min, max),
  };
}

const NO_STATISTICS: Statistics = {
  min: null,
  max: null,
  mean: null,
  standardDeviation: null,
  quantiles: [],
  histogram: { edges: [], counts: [] },
};

function quantilesIn(values: Float64Array, counts: Float64Array | undefined): Quantile[] {
  return counts === undefined ? quantilesOf(values) : quantilesOfCounted({ values, counts });
}
