import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDouble, encodeDouble } from '../../../src/tracking/keys/double.ts';

const number = fc.double({ noNaN: true });

describe('encodeDouble', () => {
  it('gives back every double, bit for bit', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(decodeDouble(encodeDouble(value))).toBe(value);
      }),
    );
  });

  it('orders text as numbers', () => {
    fc.assert(
      fc.property(number, number, (left, right) => {
        const [less, greater] = left < right ? [left, right] : [right, left];
        expect(encodeDouble(less) < encodeDouble(greater)).toBe(less < greater || orderedZeros(less, greater));
      }),
    );
  });

  it('orders the special values, with -0 before 0 and NaN last', () => {
    const ordered = [-Infinity, -1, -5e-324, -0, 0, 5e-324, 1, Number.MAX_VALUE, Infinity, Number.NaN];
    const sorted = ordered.toReversed().map(encodeDouble).toSorted();
    expect(sorted.map(decodeDouble)).toEqual(ordered);
  });
});

function orderedZeros(left: number, right: number): boolean {
  return Object.is(left, -0) && Object.is(right, 0);
}
