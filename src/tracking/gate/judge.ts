import type { RegressionMetrics } from '../../models/metrics.ts';
import type { JudgedRule, Verdict } from '../verdict.ts';
import { ruleText, type ChampionRule, type GateRule, type LimitRule, type Must } from './rule.ts';
import { standingText, verdictSentence } from './sentence.ts';

/** Every rule held against the metrics: the verdict passes if all rules do. A NaN on either side never passes. */
export function judge(rules: readonly GateRule[], metrics: RegressionMetrics): Verdict {
  const judged = rules.map((rule) =>
    rule.kind === 'limit' ? judgeLimit(rule, metrics) : judgeAgainstChampion(rule, metrics),
  );
  const passed = judged.every((rule) => rule.passed);
  return { passed, rules: judged, sentence: verdictSentence(passed, judged) };
}

function judgeLimit(rule: LimitRule, metrics: RegressionMetrics): JudgedRule {
  const value = metrics[rule.metric];
  const { limit } = rule;
  const passed = rule.comparison === '≤' ? value <= limit : value >= limit;
  const reason = Number.isNaN(value) || Number.isNaN(limit) ? { reason: 'not a number' } : {};
  return { rule: ruleText(rule), value, limit, passed, ...reason };
}

function judgeAgainstChampion(rule: ChampionRule, metrics: RegressionMetrics): JudgedRule {
  const { metric, standing, must } = rule;
  const said = { rule: ruleText(rule), value: metrics[metric] };
  if (Number.isNaN(said.value)) return { ...said, limit: null, passed: false, reason: 'not a number' };
  if (standing.kind === 'none') return { ...said, limit: null, passed: true, reason: 'no champion yet' };
  const champion = standing.version;
  if (standing.kind === 'lost') {
    // To refuse would leave the endpoint without any model for good.
    const reason = `champion version ${champion} can't be read any more, so that nothing serves: ${standing.reason}`;
    return { ...said, limit: null, passed: true, champion, reason };
  }
  if (standing.kind === 'incomparable') {
    const reason = `champion version ${champion} can't be measured on these rows: ${standing.reason}`;
    return { ...said, limit: null, passed: false, champion, reason };
  }
  const gain = standing.gains[metric];
  return {
    ...said,
    limit: standing.metrics[metric],
    passed: holds(must, gain),
    champion,
    gain,
    reason: standingText(gain, champion),
  };
}

/** Whether the interval of a gain leaves room for what must be. */
function holds(must: Must, { low, high }: { readonly low: number; readonly high: number }): boolean {
  return must === 'better' ? low > 0 : high >= 0;
}
