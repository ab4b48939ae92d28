import type { RegressionMetrics } from '../../models/metrics.ts';

/** Name of a metric that a gate can judge. */
export type MetricName = keyof RegressionMetrics & string;

/** One thing that a model must satisfy to be released; plain data. */
export interface GateRule {
  readonly metric: MetricName;
  readonly comparison: '≤' | '≥';
  /** Null when there is nothing to compare with: the rule then passes. */
  readonly limit: number | null;
  /** In words with its operator, as `mse ≤ 2`. */
  readonly text: string;
  readonly reason?: string;
}

/** The metric must not be above the limit. */
export function atMost(metric: MetricName, limit: number): GateRule {
  return { metric, comparison: '≤', limit, text: `${metric} ≤ ${limit}` };
}

/** The metric must not be below the limit. */
export function atLeast(metric: MetricName, limit: number): GateRule {
  return { metric, comparison: '≥', limit, text: `${metric} ≥ ${limit}` };
}

/**
 * The metric must be as good as the champion's on the same rows; equal is good enough.
 * Without a champion to compare with it passes, for the reason given.
 */
export function notWorseThanChampion(
  metric: MetricName,
  championMetrics: RegressionMetrics | undefined,
  reason = 'no champion yet',
): GateRule {
  const comparison = betterWhen[metric] === 'lower' ? '≤' : '≥';
  const text = `${metric} ${comparison} champion`;
  if (championMetrics === undefined) return { metric, comparison, limit: null, text, reason };
  return { metric, comparison, limit: championMetrics[metric], text };
}

const betterWhen: Readonly<Record<MetricName, 'lower' | 'higher'>> = {
  mse: 'lower',
  rmse: 'lower',
  mae: 'lower',
  r2: 'higher',
};
