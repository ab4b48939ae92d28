import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileNumbers } from '../../../src/data/profile/profile-numbers.ts';

const none = Number.NaN;
const profileOf = (values: readonly number[]) =>
  profileNumbers('price', { kind: 'float', values: Float64Array.from(values) });

describe('profileNumbers', () => {
  it('tells what a column holds', () => {
    expect(profileOf([3, none, 1, 1, Number.POSITIVE_INFINITY, 7])).toEqual({
      name: 'price',
      kind: 'float',
      nulls: 1,
      infinities: 1,
      distinct: { count: 4 },
      min: 1,
      max: 7,
      mean: 3,
      standardDeviation: Math.sqrt(8),
      quantiles: [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99].map((share, index) => ({
        share,
        value: [1, 1, 1, 1, 3, 7, 7][index],
      })),
      histogram: {
        edges: Array.from({ length: 21 }, (_, index) => expect.closeTo(1 + index * 0.3, 12)),
        counts: [2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
      },
    });
  });

  it.each([[[]], [[none, none]], [[Number.NEGATIVE_INFINITY, none]]])('has no statistics of %j', (values) => {
    expect(profileOf(values)).toMatchObject({
      min: null,
      max: null,
      mean: null,
      standardDeviation: null,
      quantiles: [],
      histogram: { edges: [], counts: [] },
    });
  });

  it('has one bar and no deviation for one value', () => {
    expect(profileOf([5, none])).toMatchObject({
      mean: 5,
      standardDeviation: null,
      histogram: { edges: [5, 5], counts: [1] },
    });
    expect(profileOf([5, 5])).toMatchObject({ standardDeviation: 0 });
  });

  it('keeps the digits of values with a large offset', () => {
    const { mean, standardDeviation } = profileOf([1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.3]);
    expect(mean).toBeCloseTo(1e9 + 0.2, 6);
    expect(standardDeviation).toBeCloseTo(0.1, 6);
  });

  it('counts the different values to a bound, and is as exact beyond it', () => {
    const few = Array.from({ length: 10_000 }, (_, index) => index);
    expect(profileOf([...few, ...few]).distinct).toEqual({ count: 10_000 });
    const many = Array.from({ length: 10_001 }, (_, index) => (index * 7919) % 10_001);
    const profile = profileOf(many);
    expect(profile.distinct).toEqual({ moreThan: 10_000 });
    expect(profile).toMatchObject({ nulls: 0, min: 0, max: 10_000, mean: 5000 });
    expect(profile.quantiles.map(({ value }) => value)).toEqual([100, 500, 2500, 5000, 7500, 9500, 9900]);
  });

  it('is plain JSON, equal to what a plain look at every value tells', () => {
    const value = fc.oneof(
      fc.double(),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(none, -0, 1e308, -1e308, Number.NEGATIVE_INFINITY),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 100 }), (values) => {
        const profile = profileOf(values);
        const there = values.filter((one) => !Number.isNaN(one));
        const finite = there.filter(Number.isFinite).toSorted((left, right) => left - right);
        const { edges, counts } = profile.histogram;

        expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
        expect(profile.nulls).toBe(values.length - there.length);
        expect(profile.infinities).toBe(there.length - finite.length);
        expect(profile.distinct).toEqual({ count: new Set(there).size });
        expect(profile.min).toBe(finite.length === 0 ? null : finite[0]! + 0);
        expect(profile.max).toBe(finite.length === 0 ? null : finite.at(-1)! + 0);
        for (const quantile of profile.quantiles) {
          expect(quantile.value).toBe(finite[Math.ceil(quantile.share * finite.length) - 1]! + 0);
        }
        expect(counts).toEqual(
          counts.map((_, bar) => {
            const isLast = bar === counts.length - 1;
            const [low, high] = [edges[bar]!, edges[bar + 1]!];
            return finite.filter((one) => one >= low && (isLast ? one <= high : one < high)).length;
          }),
        );
      }),
    );
  });
});
