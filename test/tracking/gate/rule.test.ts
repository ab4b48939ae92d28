import { describe, expect, it } from 'vitest';
import { atLeast, atMost, notWorseThanChampion } from '../../../src/tracking/gate/rule.ts';

const champion = { mse: 1.8, rmse: 1.34, r2: 0.02, mae: 1 };

describe('gate rules', () => {
  it('say themselves in words', () => {
    expect(atMost('mse', 2).text).toBe('mse ≤ 2');
    expect(atLeast('r2', 0.01).text).toBe('r2 ≥ 0.01');
    expect(notWorseThanChampion('mse', champion).text).toBe('mse ≤ champion');
  });

  it.each(['mse', 'rmse', 'mae'] as const)('take the champion’s %s as the most allowed', (metric) => {
    expect(notWorseThanChampion(metric, champion)).toMatchObject({ comparison: '≤', limit: champion[metric] });
  });

  it('take the champion’s r2 as the least allowed', () => {
    expect(notWorseThanChampion('r2', champion)).toMatchObject({ comparison: '≥', limit: 0.02 });
  });

  it('have no limit while there is no champion to compare with, and say why', () => {
    expect(notWorseThanChampion('mse', undefined)).toMatchObject({ limit: null, reason: 'no champion yet' });
    expect(notWorseThanChampion('mse', undefined, 'champion takes other columns')).toMatchObject({
      limit: null,
      reason: 'champion takes other columns',
    });
  });
});
