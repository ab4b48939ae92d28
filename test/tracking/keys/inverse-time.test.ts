import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseTime } from '../../../src/tracking/keys/inverse-time.ts';

const time = fc.maxSafeNat();

describe('inverseTime', () => {
  it('orders text newest first', () => {
    fc.assert(
      fc.property(time, time, (left, right) => {
        expect(inverseTime(left) < inverseTime(right)).toBe(left > right);
      }),
    );
  });

  it('is always 14 characters', () => {
    fc.assert(
      fc.property(time, (value) => {
        expect(inverseTime(value)).toHaveLength(14);
      }),
    );
  });
});
