import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterBelow, encodeCounter } from '../../../src/tracking/keys/counter.ts';

const counter = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('encodeCounter', () => {
  it('orders text as numbers', () => {
    fc.assert(
      fc.property(counter, counter, (left, right) => {
        expect(encodeCounter(left) < encodeCounter(right)).toBe(left < right);
      }),
    );
  });
});

describe('counterBelow', () => {
  it('is the number before a position', () => {
    fc.assert(
      fc.property(counter, (value) => {
        expect(counterBelow(encodeCounter(value))).toBe(value - 1);
      }),
    );
  });

  it('is above every number without a position', () => {
    fc.assert(
      fc.property(counter, (value) => {
        expect(counterBelow(undefined)).toBeGreaterThan(value);
      }),
    );
  });
});
