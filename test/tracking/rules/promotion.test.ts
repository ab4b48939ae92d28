import { describe, expect, it } from 'vitest';
import type { Promotion } from '../../../src/tracking/record-store.ts';
import { applyPromotion, type Standing } from '../../../src/tracking/rules/promotion.ts';

const promotion: Promotion = {
  model: 'satisfaction',
  kind: 'promote',
  champion: 2,
  atMs: 50,
  by: 'run-b',
  expectedSequence: 1,
};

const standing: Standing = {
  release: { v: 1, model: 'satisfaction', champion: 1, sequence: 1, sinceMs: 10 },
  change: {
    v: 1,
    model: 'satisfaction',
    kind: 'promote',
    champion: 1,
    sequence: 1,
    previous: null,
    atMs: 10,
    by: 'run-a',
  },
};

describe('applyPromotion', () => {
  it('releases the first version with no previous one', () => {
    const outcome = applyPromotion(undefined, { ...promotion, expectedSequence: 0 });
    expect(outcome).toEqual({
      state: 'changed',
      release: { v: 1, model: 'satisfaction', champion: 2, sequence: 1, sinceMs: 50 },
      change: {
        v: 1,
        model: 'satisfaction',
        kind: 'promote',
        champion: 2,
        sequence: 1,
        previous: null,
        atMs: 50,
        by: 'run-b',
      },
    });
  });

  it('keeps who served before and the verdict', () => {
    const verdict = { passed: true, rules: [] };
    const outcome = applyPromotion(standing, { ...promotion, verdict });
    expect(outcome).toMatchObject({ change: { sequence: 2, previous: 1, verdict } });
  });

  it('answers a repeated promotion with what stands', () => {
    const outcome = applyPromotion(standing, { ...promotion, champion: 1, by: 'run-a', expectedSequence: 0 });
    expect(outcome).toEqual({ state: 'repeated', release: standing.release });
  });

  it.each([
    ['the release moved', standing, { ...promotion, expectedSequence: 0 }],
    ['there is no release yet', undefined, promotion],
    ['another already promoted the same version', standing, { ...promotion, champion: 1, expectedSequence: 0 }],
  ])('refuses when %s', (_when, stands, wanted) => {
    expect(() => applyPromotion(stands, wanted)).toThrow(expect.objectContaining({ code: 'release.conflict' }));
  });
});
