import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { percentileInterval, quantile } from '../../../src/models/bootstrap/interval.ts';

describe('quantile', () => {
  it('lies between the two values about it', () => {
    const sorted = Float64Array.of(1, 2, 4, 8);
    expect([0, 0.5, 1].map((share) => quantile(sorted, share))).toEqual([1, 3, 8]);
  });

  it('is not a number for no values', () => {
    expect(quantile(new Float64Array(), 0.5)).toBeNaN();
  });
});

describe('percentileInterval', () => {
  it('holds the middle share of the values', () => {
    const values = Float64Array.from({ length: 1001 }, (_, at) => (at * 383) % 1001);
    expect(percentileInterval(values, 0.5)).toEqual({ low: 250, high: 750 });
  });

  it('leaves out what is not finite', () => {
    expect(percentileInterval(Float64Array.of(Number.NaN, 5, Number.NEGATIVE_INFINITY))).toEqual({ low: 5, high: 5 });
  });

  it('grows with the confidence', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(values, (all) => {
        const [narrow, wide] = [0.5, 0.95].map((share) => percentileInterval(Float64Array.from(all), share));
        assert(wide!.low <= narrow!.low && narrow!.low <= narrow!.high && narrow!.high <= wide!.high);
      }),
    );
  });
});
