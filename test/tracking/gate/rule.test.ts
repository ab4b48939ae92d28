import { describe, expect, it } from 'vitest';
import { againstChampion, atLeast, atMost, ruleText } from '../../../src/tracking/gate/rule.ts';

describe('gate rules', () => {
  it('say themselves in words', () => {
    expect(ruleText(atMost('mse', 2))).toBe('mse ≤ 2');
    expect(ruleText(atLeast('r2', 0.01))).toBe('r2 ≥ 0.01');
  });

  it.each([
    ['mse', 'not-worse', 'mse ≤ champion'],
    ['mae', 'better', 'mae < champion'],
    ['r2', 'not-worse', 'r2 ≥ champion'],
    ['r2', 'better', 'r2 > champion'],
  ] as const)('say of %s, to be %s, %s', (metric, must, text) => {
    expect(ruleText(againstChampion(metric, { kind: 'none' }, must))).toBe(text);
  });

  it('ask for no more than not to be worse', () => {
    expect(againstChampion('mse', { kind: 'none' }).must).toBe('not-worse');
  });
});
