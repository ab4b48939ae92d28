import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { judge } from '../../../src/tracking/gate/judge.ts';
import { atLeast, atMost, notWorseThanChampion } from '../../../src/tracking/gate/rule.ts';

const metrics = { mse: 1.8, rmse: 1.34, r2: 0.02, mae: 1 };

describe('judge', () => {
  it('passes when every rule does, rule by rule', () => {
    expect(judge([atMost('mse', 2), atLeast('r2', 0), notWorseThanChampion('mse', undefined)], metrics)).toEqual({
      passed: true,
      rules: [
        { rule: 'mse ≤ 2', value: 1.8, limit: 2, passed: true },
        { rule: 'r2 ≥ 0', value: 0.02, limit: 0, passed: true },
        { rule: 'mse ≤ champion', value: 1.8, limit: null, passed: true, reason: 'no champion yet' },
      ],
    });
  });

  it('is refused by one rule, and judges the others all the same', () => {
    const verdict = judge([atMost('mse', 1), atLeast('r2', 0)], metrics);
    expect(verdict.passed).toBe(false);
    expect(verdict.rules.map(({ passed }) => passed)).toEqual([false, true]);
  });

  it('lets a tie with the champion pass', () => {
    const rules = (['mse', 'rmse', 'r2', 'mae'] as const).map((metric) => notWorseThanChampion(metric, metrics));
    expect(judge(rules, metrics).passed).toBe(true);
  });

  it('passes exactly when no metric is worse than the champion’s', () => {
    const value = fc.double({ noNaN: true });
    const all = fc.record({ mse: value, rmse: value, r2: value, mae: value });
    fc.assert(
      fc.property(all, all, (champion, challenger) => {
        const { passed } = judge(
          [notWorseThanChampion('mse', champion), notWorseThanChampion('r2', champion)],
          challenger,
        );
        assert(passed === !(challenger.mse > champion.mse || challenger.r2 < champion.r2));
      }),
    );
  });

  it.each([atMost('mse', 2), atLeast('mse', 0), notWorseThanChampion('mse', undefined)])(
    'never passes a metric that is not a number: $text',
    (rule) => {
      const [judged] = judge([rule], { ...metrics, mse: Number.NaN }).rules;
      expect(judged).toMatchObject({ passed: false, reason: 'not a number' });
    },
  );

  it('never passes a limit that is not a number', () => {
    expect(judge([atMost('mse', Number.NaN)], metrics).rules[0]).toMatchObject({
      passed: false,
      reason: 'not a number',
    });
  });

  it('passes when there are no rules', () => {
    expect(judge([], metrics)).toEqual({ passed: true, rules: [] });
  });
});
