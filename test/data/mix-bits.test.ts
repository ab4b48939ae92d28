import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixBits } from '../../src/data/mix-bits.ts';

describe('mixBits', () => {
  it.each([
    [0, 0],
    [1, 0x514e_28b7],
    [2, 0x30f4_c306],
    [0xffff_ffff, 0x81f1_6f39],
  ])('makes of %i what MurmurHash3 does', (word, mixed) => {
    expect(mixBits(word)).toBe(mixed);
  });

  it('gives a word from 0, the same for signed and unsigned ones', () => {
    fc.assert(
      fc.property(fc.integer(), (word) => {
        expect(mixBits(word)).toBe(mixBits(word >>> 0));
        expect(mixBits(word)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
