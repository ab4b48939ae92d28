import type { ChampionStanding } from '../../models/champion-standing.ts';
import type { MetricName } from '../../models/metrics.ts';

/** One thing that a model must satisfy to be released; plain data. */
export type GateRule = LimitRule | ChampionRule;

/** A metric must keep a limit. */
export interface LimitRule {
  readonly kind: 'limit';
  readonly metric: MetricName;
  readonly comparison: '≤' | '≥';
  readonly limit: number;
}

/** A metric must stand up to the champion's. */
export interface ChampionRule {
  readonly kind: 'champion';
  readonly metric: MetricName;
  readonly must: Must;
  readonly standing: ChampionStanding;
}

/** `not-worse`: not worse by more than noise; `better`: better by more than noise. */
export type Must = 'not-worse' | 'better';

/** The metric must not be above the limit. */
export function atMost(metric: MetricName, limit: number): LimitRule {
  return { kind: 'limit', metric, comparison: '≤', limit };
}

/** The metric must not be below the limit. */
export function atLeast(metric: MetricName, limit: number): LimitRule {
  return { kind: 'limit', metric, comparison: '≥', limit };
}

/** The metric must stand up to the champion's on the same rows; without a champion, or with a lost one, it passes. */
export function againstChampion(
  metric: MetricName,
  standing: ChampionStanding,
  must: Must = 'not-worse',
): ChampionRule {
  return { kind: 'champion', metric, must, standing };
}

/** A rule in words with its operator, as `mse ≤ 2` or `mse ≤ champion`. */
export function ruleText(rule: GateRule): string {
  if (rule.kind === 'limit') return `${rule.metric} ${rule.comparison} ${rule.limit}`;
  const [better, atWorst] = rule.metric === 'r2' ? ['>', '≥'] : ['<', '≤'];
  return `${rule.metric} ${rule.must === 'better' ? better : atWorst} champion`;
}
