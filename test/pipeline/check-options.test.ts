import { describe, expect, it } from 'vitest';
import { checkOptions } from '../../src/pipeline/check-options.ts';
import { CONCURRENCIES } from '../../src/pipeline/concurrency.ts';

const check = (changes: object) => () =>
  checkOptions('orders', { timeoutMs: 1_000, concurrency: 'parallel', ...changes });

describe('checkOptions', () => {
  it.each(CONCURRENCIES)('takes concurrency %s', (concurrency) => {
    expect(check({ concurrency })).not.toThrow();
  });

  it.each([1, 31_536_000_000])('takes a limit of %d ms', (timeoutMs) => {
    expect(check({ timeoutMs })).not.toThrow();
  });

  it.each([0, -1, 0.5, Number.NaN, Infinity, 31_536_000_001])('refuses a limit of %d ms', (timeoutMs) => {
    expect(check({ timeoutMs })).toThrow(
      expect.objectContaining({
        code: 'pipeline.bad-option',
        facts: expect.objectContaining({ seen: `orders: timeoutMs ${timeoutMs}` }),
      }),
    );
  });

  it('refuses a concurrency that there is not, and names those there are', () => {
    expect(check({ concurrency: 'serial' })).toThrow(
      expect.objectContaining({
        code: 'pipeline.bad-option',
        facts: expect.objectContaining({ allowed: 'parallel, queue, skip, replace' }),
      }),
    );
  });
});
