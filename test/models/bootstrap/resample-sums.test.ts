import { describe, expect, it } from 'vitest';
import { POISSON_PAIRS } from '../../../src/models/bootstrap/poisson-pairs.ts';
import { randomIntegers } from '../../../src/models/bootstrap/random.ts';
import { resampleSums } from '../../../src/models/bootstrap/resample-sums.ts';

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: ArrayLike<number>) => {
  const centre = mean(values);
  return mean(Array.from(values, (value) => (value - centre) ** 2));
};

describe('randomIntegers', () => {
  it('gives the same numbers for a seed, others for another, evenly over all bits', () => {
    const [one, again, other] = [7, 7, 7 + 2 ** 32].map((seed) => {
      const next = randomIntegers(seed);
      return Array.from({ length: 4096 }, next);
    });
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    for (let bit = 0; bit < 32; bit += 1) {
      const share = mean(one!.map((value) => (value >>> bit) & 1));
      expect(Math.abs(share - 0.5)).toBeLessThan(0.05);
    }
  });
});

describe('POISSON_PAIRS', () => {
  const firsts = POISSON_PAIRS.map((pair) => Math.floor(pair / 8));
  const seconds = POISSON_PAIRS.map((pair) => pair % 8);

  it('has mean and variance 1 for each of two rows, which are independent', () => {
    for (const weights of [firsts, seconds]) {
      expect(Math.abs(mean(weights) - 1)).toBeLessThan(1e-3);
      expect(Math.abs(variance(weights) - 1)).toBeLessThan(2e-3);
    }
    const product = mean(Array.from(firsts, (weight, at) => weight * seconds[at]!));
    expect(Math.abs(product - mean(firsts) * mean(seconds))).toBeLessThan(1e-3);
  });

  it('leaves out a row as often as 1/e', () => {
    expect(mean(Array.from(firsts, (weight) => Number(weight === 0)))).toBeCloseTo(Math.exp(-1), 3);
  });
});

describe('resampleSums', () => {
  it.each([1, 2, 5, 2048, 5001])('draws as many rows as there are, on average, of %i', (rowCount) => {
    const { counts, sums } = resampleSums([new Float64Array(rowCount).fill(2)], { seed: 3 });
    expect(Math.abs(mean(counts) / rowCount - 1)).toBeLessThan(4 / Math.sqrt(1000 * rowCount));
    expect(sums[0]).toEqual(counts.map((count) => 2 * count));
  });

  it.each([2000, 20_000])('spreads the mean of %i rows as theory has it, in groups as one by one', (rowCount) => {
    const values = Float64Array.from({ length: rowCount }, (_, row) => (row * 7919) % 101);
    const { counts, sums } = resampleSums([values], { seed: 1, resamples: 4000 });
    const means = sums[0]!.map((total, at) => total / counts[at]!);
    expect(Math.abs((variance(means) * rowCount) / variance(values) - 1)).toBeLessThan(0.1);
  });

  it('is the same again for a seed', () => {
    const values = Float64Array.from({ length: 3000 }, (_, row) => row);
    expect(resampleSums([values], { seed: 5 })).toEqual(resampleSums([values], { seed: 5 }));
    expect(resampleSums([values], { seed: 5 })).not.toEqual(resampleSums([values], { seed: 6 }));
  });

  it('draws as often as it is told, odd numbers too', () => {
    expect(resampleSums([Float64Array.of(1, 2, 3)], { seed: 1, resamples: 7 }).counts).toHaveLength(7);
  });
});
