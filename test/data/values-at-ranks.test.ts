import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { valuesAtRanks } from '../../src/data/values-at-ranks.ts';

describe('valuesAtRanks', () => {
  it('gives what sorting would put there, of many values and of few, equal and far apart', () => {
    const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 3 }));
    const spread = fc.record({ values: fc.array(value, { minLength: 1 }), repeats: fc.constantFrom(1, 3, 2_000) });
    fc.assert(
      fc.property(spread, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), ({ values, repeats }, picks) => {
        const all = Float64Array.from(
          { length: values.length * repeats },
          (_, row) => values[row % values.length]! + 0,
        );
        const ranks = picks.map((pick) => pick % all.length).toSorted((left, right) => left - right);
        const sorted = all.toSorted();

        expect(valuesAtRanks(all, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
      }),
      { numRuns: 60 },
    );
  });
});
