import type { Table } from '../data/table.ts';
import { percentileInterval, type Interval } from './bootstrap/interval.ts';
import { resampleSums, type Resampling } from './bootstrap/resample-sums.ts';
import { targetValues } from './check-target.ts';
import { determination, regressionMetrics } from './evaluate.ts';
import type { MeasuredMetrics, MetricName, RegressionMetrics } from './metrics.ts';
import type { Model } from './model.ts';
import { lessEach, mean } from './sum.ts';

/** Metrics of a model on the rows of a table with their 95 % intervals; throws as `regressionMetrics`. */
export function measure(model: Model, table: Table, targetName: string, resampling: Resampling): MeasuredMetrics {
  const actual = targetValues(table, targetName);
  const predicted = model.predict(table);
  const metrics = regressionMetrics(actual, predicted);
  return { ...metrics, ...bounds(metricIntervals(actual, predicted, resampling)) };
}

/** Percentile intervals of all metrics over rows drawn again and again. */
export function metricIntervals(
  actual: Float64Array,
  predicted: Float64Array,
  resampling: Resampling,
): Readonly<Record<MetricName, Interval>> {
  const errors = actual.map((value, row) => value - predicted[row]!);
  const about = lessEach(actual, mean(actual));
  const columns = [
    errors.map((error) => error * error),
    errors.map(Math.abs),
    about,
    about.map((value) => value * value),
  ];
  const { counts, sums } = resampleSums(columns, resampling);
  const [squares, distances, offsets, spreads] = sums as [Float64Array, Float64Array, Float64Array, Float64Array];
  const of = (metric: (at: number, count: number) => number) =>
    percentileInterval(counts.map((count, at) => metric(at, count)));
  return {
    mse: of((at, count) => squares[at]! / count),
    rmse: of((at, count) => Math.sqrt(squares[at]! / count)),
    r2: of((at, count) => determination(squares[at]!, spreads[at]! - offsets[at]! ** 2 / count)),
    mae: of((at, count) => distances[at]! / count),
  };
}

function bounds(intervals: Readonly<Record<MetricName, Interval>>): Omit<MeasuredMetrics, keyof RegressionMetrics> {
  const entries = Object.entries(intervals).flatMap(([name, { low, high }]) => [
    [`${name}.lower`, low],
    [`${name}.upper`, high],
  ]);
  return Object.fromEntries(entries) as Omit<MeasuredMetrics, keyof RegressionMetrics>;
}
