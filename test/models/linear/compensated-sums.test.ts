import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { CompensatedSums } from '../../../src/models/linear/compensated-sums.ts';

describe('CompensatedSums', () => {
  it('keeps what a plain sum loses', () => {
    const sums = new CompensatedSums(1);
    for (const value of [1e16, 1, -1e16, 1]) sums.add(0, value);
    expect(sums.at(0)).toBe(2);
  });

  it('keeps sums apart, each that of its own numbers', () => {
    const numbers = fc.array(fc.tuple(fc.nat(3), fc.integer()), { maxLength: 50 });
    fc.assert(
      fc.property(numbers, (added) => {
        const sums = new CompensatedSums(4);
        for (const [index, value] of added) sums.add(index, value);
        for (const index of [0, 1, 2, 3]) {
          const expected = added.reduce((sum, [at, value]) => sum + (at === index ? value : 0), 0);
          assert(sums.at(index) === expected);
        }
      }),
    );
  });
});
