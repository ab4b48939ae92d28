import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import type { ChampionStanding } from '../../../src/models/champion-standing.ts';
import { judge } from '../../../src/tracking/gate/judge.ts';
import { againstChampion, atLeast, atMost } from '../../../src/tracking/gate/rule.ts';

const metrics = { mse: 1.8, rmse: 1.34, r2: 0.02, mae: 1 };
const nobody: ChampionStanding = { kind: 'none' };

/** A champion of version 3 with an mse of 1.9, and the interval of what is gained on it. */
function champion(low: number, high: number): ChampionStanding {
  const gain = { value: (low + high) / 2, low, high, confidence: 0.95 };
  return {
    kind: 'compared',
    version: 3,
    metrics: { ...metrics, mse: 1.9 },
    gains: { mse: gain, rmse: gain, mae: gain, r2: gain },
  };
}

describe('judge', () => {
  it('passes when every rule does, rule by rule', () => {
    expect(judge([atMost('mse', 2), atLeast('r2', 0), againstChampion('mse', nobody)], metrics)).toEqual({
      passed: true,
      rules: [
        { rule: 'mse ≤ 2', value: 1.8, limit: 2, passed: true },
        { rule: 'r2 ≥ 0', value: 0.02, limit: 0, passed: true },
        { rule: 'mse ≤ champion', value: 1.8, limit: null, passed: true, reason: 'no champion yet' },
      ],
      sentence: 'Passed: mse 1.8 ≤ 2; r2 0.02 ≥ 0; mse no champion yet.',
    });
  });

  it('is refused by one rule, and judges the others all the same', () => {
    const verdict = judge([atMost('mse', 1), atLeast('r2', 0)], metrics);
    expect(verdict.passed).toBe(false);
    expect(verdict.rules.map(({ passed }) => passed)).toEqual([false, true]);
    expect(verdict.sentence).toBe('Refused: mse 1.8, but must be ≤ 1; r2 0.02 ≥ 0.');
  });

  it('says by how much a model is better than the champion, with the interval', () => {
    expect(judge([againstChampion('mse', champion(0.05, 0.15), 'better')], metrics)).toEqual({
      passed: true,
      rules: [
        {
          rule: 'mse < champion',
          value: 1.8,
          limit: 1.9,
          passed: true,
          champion: 3,
          gain: { value: 0.1, low: 0.05, high: 0.15, confidence: 0.95 },
          reason: 'better than version 3 by 0.1 [0.05, 0.15]',
        },
      ],
      sentence: 'Passed: mse better than version 3 by 0.1 [0.05, 0.15].',
    });
  });

  it.each([
    ['better', 0.01, 0.1, true],
    ['better', -0.01, 0.1, false],
    ['better', 0, 0, false],
    ['not-worse', -0.01, 0.1, true],
    ['not-worse', -0.1, 0, true],
    ['not-worse', -0.1, -0.01, false],
  ] as const)('to be %s with a gain of [%d, %d]: %s', (must, low, high, expected) => {
    expect(judge([againstChampion('mse', champion(low, high), must)], metrics).passed).toBe(expected);
  });

  it('is not-worse of everything that is better', () => {
    const bound = fc.double({ noNaN: true, min: -1, max: 1 });
    fc.assert(
      fc.property(bound, bound, (one, other) => {
        const standing = champion(Math.min(one, other), Math.max(one, other));
        const [better, notWorse] = (['better', 'not-worse'] as const).map(
          (must) => judge([againstChampion('r2', standing, must)], metrics).passed,
        );
        assert(!better || notWorse);
      }),
    );
  });

  it('refuses beside a champion that cannot be measured, and says why', () => {
    const standing = { kind: 'incomparable', version: 3, reason: 'the table has no column "x"' } as const;
    const { passed, rules } = judge([againstChampion('mse', standing)], metrics);
    expect(passed).toBe(false);
    expect(rules[0]).toMatchObject({ limit: null, champion: 3, reason: expect.stringContaining('no column "x"') });
  });

  it.each(['better', 'not-worse'] as const)('passes beside a lost champion, of which nothing serves: %s', (must) => {
    const { passed, rules, sentence } = judge(
      [againstChampion('mse', { kind: 'lost', version: 3, reason: 'it is gone' }, must)],
      metrics,
    );
    expect(passed).toBe(true);
    expect(rules[0]).toMatchObject({ limit: null, champion: 3 });
    expect(sentence).toBe("Passed: mse champion version 3 can't be read any more, so that nothing serves: it is gone.");
  });

  it.each([
    ['a limit above', atMost('mse', 2)],
    ['a limit below', atLeast('mse', 0)],
    ['no champion', againstChampion('mse', nobody)],
    ['a champion', againstChampion('mse', champion(1, 2))],
  ])('never passes a metric that is not a number: %s', (_name, rule) => {
    const [judged] = judge([rule], { ...metrics, mse: Number.NaN }).rules;
    expect(judged).toMatchObject({ passed: false, reason: 'not a number' });
  });

  it('never passes a limit that is not a number', () => {
    expect(judge([atMost('mse', Number.NaN)], metrics).rules[0]).toMatchObject({
      passed: false,
      reason: 'not a number',
    });
  });

  it('passes when there are no rules', () => {
    expect(judge([], metrics)).toEqual({ passed: true, rules: [], sentence: 'Passed: no rules.' });
  });
});
