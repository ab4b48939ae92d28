import type { JudgedGain, JudgedRule } from '../verdict.ts';

/** A verdict for people: `Passed: mse 1.86 ≤ 2.5; mse better than version 3 by 0.04 [0.01, 0.07].` */
export function verdictSentence(passed: boolean, rules: readonly JudgedRule[]): string {
  const clauses = rules.length === 0 ? ['no rules'] : rules.map(clause);
  return `${passed ? 'Passed' : 'Refused'}: ${clauses.join('; ')}.`;
}

/** How a model stands to the champion by one metric, with the interval of the difference. */
export function standingText({ value, low, high }: JudgedGain, version: number): string {
  if (low > 0) return `better than version ${version} by ${rounded(value)} [${rounded(low)}, ${rounded(high)}]`;
  if (high < 0) return `worse than version ${version} by ${rounded(-value)} [${rounded(-high)}, ${rounded(-low)}]`;
  return `no different from version ${version} beyond noise: ${rounded(value)} [${rounded(low)}, ${rounded(high)}]`;
}

function clause({ rule, value, passed, reason }: JudgedRule): string {
  const [metric = '', ...condition] = rule.split(' ');
  if (reason !== undefined) return `${metric} ${reason}${passed ? '' : `, but must be ${condition.join(' ')}`}`;
  return `${metric} ${rounded(value)}${passed ? '' : ', but must be'} ${condition.join(' ')}`;
}

/** To three significant digits. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
