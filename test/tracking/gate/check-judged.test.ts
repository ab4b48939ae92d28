import { describe, expect, it } from 'vitest';
import { checkJudged } from '../../../src/tracking/gate/check-judged.ts';
import type { Release } from '../../../src/tracking/registry.ts';
import type { JudgedRule } from '../../../src/tracking/verdict.ts';

const limit: JudgedRule = { rule: 'mse ≤ 2', value: 1, limit: 2, passed: true };
const first: JudgedRule = { rule: 'mse ≤ champion', value: 1, limit: null, passed: true, reason: 'no champion yet' };
const against = (champion: number): JudgedRule => ({
  rule: 'mse ≤ champion',
  value: 1,
  limit: 1.5,
  passed: true,
  champion,
});
const serving = (champion: number): Release => ({ v: 1, model: 'm', champion, sequence: 7, sinceMs: 0 });
const check = (rules: readonly JudgedRule[], current: Release | undefined) => () =>
  checkJudged({ passed: true, rules }, 'm', current);

describe('checkJudged', () => {
  it('lets a verdict pass that was held against what serves', () => {
    expect(check([limit, against(3)], serving(3))).not.toThrow();
    expect(check([limit, first], undefined)).not.toThrow();
  });

  it('asks nothing of a verdict whose rules look at no champion', () => {
    expect(check([limit], serving(3))).not.toThrow();
    expect(check([], serving(3))).not.toThrow();
  });

  it.each([
    [
      'against a champion that was replaced',
      [limit, against(3)],
      serving(4),
      'judged against version 3; version 4 serves',
    ],
    ['before there was a champion', [limit, first], serving(1), 'judged against no version; version 1 serves'],
  ])('refuses one that was held %s', (_, rules, current, seen) => {
    expect(check(rules, current)).toThrow(expect.objectContaining({ code: 'release.conflict' }));
    expect(check(rules, current)).toThrow(expect.objectContaining({ facts: expect.objectContaining({ seen }) }));
  });
});
