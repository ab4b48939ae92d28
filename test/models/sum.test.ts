import { assert, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { mean, sum, sumOfSquares } from '../../src/models/sum.ts';

describe('sum', () => {
  it('keeps what a plain loop loses', () => {
    expect(sum(Float64Array.of(1, 1e100, 1, -1e100))).toBe(2);
  });

  it('is 0 over nothing', () => {
    expect(sum(new Float64Array())).toBe(0);
  });

  it('is exact over a million tenths', () => {
    expect(sum(new Float64Array(1_000_000).fill(0.1))).toBe(100_000);
  });
});

describe('sumOfSquares', () => {
  it('adds the squares', () => {
    expect(sumOfSquares(Float64Array.of(3, -4))).toBe(25);
  });
});

describe('mean', () => {
  it('of equal values is that value', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 50 }),
        (value, count) => {
          assert(mean(new Float64Array(count).fill(value)) === value);
        },
      ),
    );
  });

  it('keeps the fractions of values far from 0', () => {
    expect(mean(Float64Array.of(1e12 + 0.25, 1e12 + 0.75))).toBe(1e12 + 0.5);
  });
});
