import type { RegressionMetrics } from '../../models/metrics.ts';
import type { JudgedRule, Verdict } from '../verdict.ts';
import type { GateRule } from './rule.ts';

/** Every rule held against the metrics: the verdict passes if all rules do. A NaN on either side never passes. */
export function judge(rules: readonly GateRule[], metrics: RegressionMetrics): Verdict {
  const judged = rules.map((rule) => judgeRule(rule, metrics));
  return { passed: judged.every(({ passed }) => passed), rules: judged };
}

function judgeRule(rule: GateRule, metrics: RegressionMetrics): JudgedRule {
  const value = metrics[rule.metric];
  const reason = Number.isNaN(value) || Number.isNaN(rule.limit) ? 'not a number' : rule.reason;
  return {
    rule: rule.text,
    value,
    limit: rule.limit,
    passed: !Number.isNaN(value) && keeps(rule, value),
    ...(reason === undefined ? {} : { reason }),
  };
}

function keeps({ comparison, limit }: GateRule, value: number): boolean {
  if (limit === null) return true;
  return comparison === '≤' ? value <= limit : value >= limit;
}
