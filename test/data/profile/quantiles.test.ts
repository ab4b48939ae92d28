import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantilesOf, quantilesOfCounted } from '../../../src/data/profile/quantiles.ts';

/** Columns too long to be sorted at once, of values evenly spread, in steps, near one another, or all over the doubles. */
const columns = fc
  .record({
    length: fc.integer({ min: 1, max: 20_000 }),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    shape: fc.constantFrom(
      (share: number) => share,
      (share: number) => Math.floor(share * 5),
      (share: number) => (share < 0.001 ? 1e300 : share),
      (share: number) => (share - 0.5) * 2 ** Math.floor(share * 2000 - 1000),
      (share: number) => (share < 0.5 ? -1 : 1) * Number.MAX_VALUE * share,
    ),
  })
  .map(({ length, seed, shape }) => {
    let state = seed;
    return Float64Array.from({ length }, () => {
      state = Math.imul(state, 1_664_525) + 1_013_904_223;
      return shape((state >>> 0) / 2 ** 32);
    });
  });

describe('quantilesOf', () => {
  it('finds what sorting all values finds', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(columns, (values) => {
        const sorted = values.toSorted();
        for (const { share, value } of quantilesOf(values)) {
          expect(value).toBe(sorted[Math.ceil(share * values.length) - 1]);
        }
      }),
    );
  });
});

describe('quantilesOfCounted', () => {
  it('counts each value as often as it comes', () => {
    const quantiles = quantilesOfCounted({ values: Float64Array.of(1, 2, 9), counts: Float64Array.of(50, 49, 1) });
    expect(quantiles.map(({ value }) => value)).toEqual([1, 1, 1, 1, 2, 2, 2]);
  });
});
