import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { retriers } from '../../../src/pipeline/compile/retry.ts';
import { DEFAULT_POLICY } from '../../../src/pipeline/policy.ts';
import { retryDelayMs, willRetry } from '../../../src/stacks/local/retry.ts';

const policy = { ...DEFAULT_POLICY, retries: 2 };
const facts = { code: 'test.wrong', message: 'wrong', mend: 'turn it' } as const;

describe('willRetry', () => {
  it('holds while the policy has retries left', () => {
    expect([0, 1, 2].map((attempt) => willRetry(new Error('reset'), attempt, policy))).toEqual([true, true, false]);
  });

  it('never holds for a permanent error', () => {
    expect(willRetry(new SluiceError(facts), 0, policy)).toBe(false);
    expect(willRetry(new SluiceError({ ...facts, retry: 'transient' }), 0, policy)).toBe(true);
  });
});

describe('retryDelayMs', () => {
  it('is at most the backoff, doubled with each attempt up to a minute', () => {
    const longest = [0, 1, 2, 5, 6, 60].map((attempt) => retryDelayMs(attempt, 1_000, () => 1));

    expect(longest).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
  });

  it('is spread over all of that, as full jitter', () => {
    expect(retryDelayMs(3, 1_000, () => 0)).toBe(0);
    expect(retryDelayMs(3, 1_000, () => 0.25)).toBe(2_000);
  });

  it('has the bounds of the compiled retriers, which wait in whole seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 20 }), (seconds, attempt) => {
        const { IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy } = retriers({
          ...policy,
          backoffMs: seconds * 1_000,
        }).at(-1)! as Record<string, number>;
        const compiled = Math.min(MaxDelaySeconds!, IntervalSeconds! * BackoffRate! ** attempt);

        expect(JitterStrategy).toBe('FULL');
        expect(retryDelayMs(attempt, seconds * 1_000, () => 1)).toBe(compiled * 1_000);
      }),
    );
  });
});
