import { describe, expect, it } from 'vitest';
import { standingText, verdictSentence } from '../../../src/tracking/gate/sentence.ts';

const gain = (value: number, low: number, high: number) => ({ value, low, high, confidence: 0.95 });

describe('standingText', () => {
  it.each([
    [gain(0.0412, 0.0102, 0.0711), 'better than version 3 by 0.0412 [0.0102, 0.0711]'],
    [gain(-0.5, -0.75, -0.25), 'worse than version 3 by 0.5 [0.25, 0.75]'],
    [gain(0.1, -0.1, 0.3), 'no different from version 3 beyond noise: 0.1 [-0.1, 0.3]'],
    [gain(0, 0, 0), 'no different from version 3 beyond noise: 0 [0, 0]'],
  ])('of %j', (given, text) => {
    expect(standingText(given, 3)).toBe(text);
  });
});

describe('verdictSentence', () => {
  it('says every rule, and of one that is broken what must be', () => {
    const rules = [
      { rule: 'mse ≤ 2.5', value: 1.8637, limit: 2.5, passed: true },
      { rule: 'r2 ≥ 0.1', value: 0.0183, limit: 0.1, passed: false },
    ];
    expect(verdictSentence(false, rules)).toBe('Refused: mse 1.86 ≤ 2.5; r2 0.0183, but must be ≥ 0.1.');
  });
});
