import { isDeepStrictEqual } from 'node:util';
import type { Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { CONFIDENCE, percentileInterval } from './bootstrap/interval.ts';
import { resampleSums, type Resampling } from './bootstrap/resample-sums.ts';
import { determination, regressionMetrics } from './evaluate.ts';
import type { MetricName, RegressionMetrics } from './metrics.ts';
import type { Model } from './model.ts';
import { numericValues } from './numeric-column.ts';
import { lessEach, mean } from './sum.ts';

/** How much better one model is than another by a metric; below 0 it is worse. */
export interface Gain {
  readonly value: number;
  /** The bounds of its interval. */
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

/** What a model is held against; plain data. */
export type ChampionStanding =
  | { readonly kind: 'none' }
  /** Its model cannot be read any more, so that nothing serves. */
  | { readonly kind: 'lost'; readonly version: number; readonly reason: string }
  | { readonly kind: 'incomparable'; readonly version: number; readonly reason: string }
  | {
      readonly kind: 'compared';
      readonly version: number;
      /** The champion's, on the same rows. */
      readonly metrics: RegressionMetrics;
      readonly gains: Readonly<Record<MetricName, Gain>>;
    };

/** What is served under a version. */
interface Champion {
  readonly version: number;
  readonly model: Model;
}

interface LostChampion {
  readonly version: number;
  /** Why its model cannot be read any more. */
  readonly lost: string;
}

/**
 * How a model stands to the champion on the same rows. The same rows are drawn for both (a paired bootstrap), so that
 * what is hard in a row counts for neither. Throws as `regressionMetrics`; a champion of other columns is incomparable.
 */
export function championStanding(
  champion: Champion | LostChampion | undefined,
  model: Model,
  rows: { readonly table: Table; readonly target: string },
  resampling: Resampling,
): ChampionStanding {
  if (champion === undefined) return { kind: 'none' };
  const { version } = champion;
  if ('lost' in champion) return { kind: 'lost', version, reason: champion.lost };
  const predicted = model.predict(rows.table);
  const actual = numericValues(rows.table, rows.target);
  const isSameModel = isDeepStrictEqual(champion.model.document, model.document);
  const before = isSameModel ? predicted : predictedBy(champion, rows.table);
  if (!(before instanceof Float64Array)) return { kind: 'incomparable', version, reason: before.message };
  const metrics = regressionMetrics(actual, before);
  const isSame = isSameModel || predicted.every((value, row) => value === before[row]);
  const gains = isSame ? noGains() : gainsOf(actual, before, predicted, resampling);
  return { kind: 'compared', version, metrics, gains };
}

/** What drawing rows would come to for equal predictions, as of the same model, trained again. */
function noGains(): Readonly<Record<MetricName, Gain>> {
  const none = { value: 0, low: 0, high: 0, confidence: CONFIDENCE };
  return { mse: none, rmse: none, mae: none, r2: none };
}

/** Gains of all metrics from one set of predictions to another. */
export function gainsOf(
  actual: Float64Array,
  before: Float64Array,
  after: Float64Array,
  resampling: Resampling,
): Readonly<Record<MetricName, Gain>> {
  const [old, now] = [regressionMetrics(actual, before), regressionMetrics(actual, after)];
  const about = lessEach(actual, mean(actual));
  const oldErrors = actual.map((value, row) => Math.abs(value - before[row]!));
  const newErrors = actual.map((value, row) => Math.abs(value - after[row]!));
  const columns = [squared(oldErrors), squared(newErrors), oldErrors, newErrors, about, squared(about)];
  const { counts, sums } = resampleSums(columns, resampling);
  const [oldSquares, newSquares, oldSizes, newSizes, offsets, spreads] = sums as Six;
  const spread = (at: number, count: number) => spreads[at]! - offsets[at]! ** 2 / count;
  const gain = (value: number, of: (at: number, count: number) => number): Gain => ({
    value,
    ...percentileInterval(counts.map((count, at) => of(at, count))),
    confidence: CONFIDENCE,
  });
  return {
    mse: gain(old.mse - now.mse, (at, count) => (oldSquares[at]! - newSquares[at]!) / count),
    rmse: gain(old.rmse - now.rmse, (at, n) => Math.sqrt(oldSquares[at]! / n) - Math.sqrt(newSquares[at]! / n)),
    mae: gain(old.mae - now.mae, (at, count) => (oldSizes[at]! - newSizes[at]!) / count),
    r2: gain(now.r2 - old.r2, (at, count) => {
      return determination(newSquares[at]!, spread(at, count)) - determination(oldSquares[at]!, spread(at, count));
    }),
  };
}

type Six = readonly [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** Predictions, or why the champion, trained on columns that these rows don't have, has none. */
function predictedBy({ model }: Champion, table: Table): Float64Array | SluiceError {
  try {
    return model.predict(table);
  } catch (error) {
    if (SluiceError.is(error) && COLUMN_FAULTS.has(error.code)) return error;
    throw error;
  }
}

const COLUMN_FAULTS: ReadonlySet<string> = new Set([
  'model.column-missing',
  'model.column-not-numeric',
  'model.column-not-text',
]);

function squared(values: Float64Array): Float64Array {
  return values.map((value) => value * value);
}
