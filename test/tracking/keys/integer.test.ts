import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeInteger, encodeInteger } from '../../../src/tracking/keys/integer.ts';

describe('encodeInteger', () => {
  it('gives back every safe integer', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(decodeInteger(encodeInteger(value))).toBe(value);
      }),
    );
  });

  it('orders text as numbers, negative ones too', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (left, right) => {
        expect(encodeInteger(left) < encodeInteger(right)).toBe(left < right);
      }),
    );
  });
});
