import { describe, expect, it } from 'vitest';
import { Random } from '../../../../pipelines/customer-satisfaction/sample/random.ts';

function first<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

describe('Random', () => {
  it('gives the same numbers for a seed, and others for another', () => {
    const [one, again, other] = [new Random(1), new Random(1), new Random(2)];
    const numbers = first(5, () => one.uint32());
    expect(first(5, () => again.uint32())).toEqual(numbers);
    expect(first(5, () => other.uint32())).not.toEqual(numbers);
  });

  it('spreads evenly', () => {
    const random = new Random(3);
    const counts = Array.from({ length: 16 }, () => 0);
    for (let draw = 0; draw < 160_000; draw++) counts[random.uint32() >>> 28]! += 1;
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('gives every integer of a range and none beside it', () => {
    const random = new Random(4);
    expect(new Set(first(1000, () => random.integer(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
  });

  it('leans to the least with a higher power', () => {
    const random = new Random(5);
    const low = first(10_000, () => random.integer(0, 99, 3)).filter((value) => value < 50).length;
    expect(low / 10_000).toBeCloseTo(0.5 ** (1 / 3), 1);
  });

  it('is right about as often as the chance says', () => {
    const random = new Random(6);
    expect(first(10_000, () => random.chance(0.2)).filter(Boolean).length / 10_000).toBeCloseTo(0.2, 1);
  });

  it('makes identifiers of 32 hexadecimal digits, all different', () => {
    const random = new Random(7);
    const identifiers = first(1000, () => random.identifier());
    expect(new Set(identifiers).size).toBe(1000);
    for (const identifier of identifiers) expect(identifier).toMatch(/^[0-9a-f]{32}$/);
  });
});
