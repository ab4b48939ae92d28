import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../src/errors/sluice-error.ts';

const facts = { code: 'test.wrong', message: 'wrong', mend: 'turn it' } as const;

describe('SluiceError', () => {
  it('is an error with its code, and its cause where there is one', () => {
    const cause = new Error('deep');

    expect(new SluiceError({ ...facts, cause })).toMatchObject({ name: 'SluiceError', code: 'test.wrong', cause });
    expect(new SluiceError(facts)).not.toHaveProperty('cause');
  });

  it('is permanent unless it says otherwise', () => {
    expect(new SluiceError(facts).transient).toBe(false);
    expect(new SluiceError({ ...facts, retry: 'transient' }).transient).toBe(true);
  });

  it('is known by another copy of its class, as bundles hold', () => {
    class Copy extends Error {
      override readonly name = 'SluiceError';
      readonly facts = facts;
    }

    expect(SluiceError.is(new Copy('wrong'))).toBe(true);
    expect([new Error('wrong'), facts, undefined, null].map((other) => SluiceError.is(other))).toEqual(
      Array.from({ length: 4 }, () => false),
    );
  });
});
