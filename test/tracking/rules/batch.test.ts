import { describe, expect, it } from 'vitest';
import { checkBatch } from '../../../src/tracking/rules/batch.ts';

const point = { key: 'loss', value: 1, step: 0, timestampMs: 0 };

describe('checkBatch', () => {
  it('takes any double as a value', () => {
    const metrics = [Number.NaN, Infinity, -0].map((value) => ({ ...point, value }));
    expect(() => checkBatch({ metrics, parameters: { depth: '' }, tags: { team: 'a' } })).not.toThrow();
  });

  it.each([
    ['a step with a fraction', { ...point, step: 0.5 }],
    ['a step beyond 2^53', { ...point, step: 2 ** 53 }],
    ['a time that is no number', { ...point, timestampMs: Number.NaN }],
  ])('refuses %s', (_what, metric) => {
    expect(() => checkBatch({ metrics: [metric] })).toThrow(expect.objectContaining({ code: 'tracking.bad-metric' }));
  });

  it.each([{ parameters: { '': 'x' } }, { tags: { '': 'x' } }, { metrics: [{ ...point, key: '' }] }])(
    'refuses an empty key in %j',
    (batch) => {
      expect(() => checkBatch(batch)).toThrow(expect.objectContaining({ code: 'records.bad-name' }));
    },
  );
});
