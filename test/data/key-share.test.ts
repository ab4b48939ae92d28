import { assert, maxSafeInteger, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyShare } from '../../src/data/key-share.ts';
import { Random } from '../../pipelines/customer-satisfaction/sample/random.ts';

const random = new Random(3);
const keys = Array.from({ length: 20_000 }, () => random.identifier());

/** How many of the keys fall in each of equal parts of 0 to 1. */
function histogram(shares: readonly number[], parts: number): number[] {
  const counts = Array.from({ length: parts }, () => 0);
  for (const share of shares) counts[Math.floor(share * parts)]! += 1;
  return counts;
}

describe('keyShare', () => {
  it('lies from 0 to less than 1 and is the same again, for any key and seed', () => {
    assert(
      property(string({ unit: 'binary' }), maxSafeInteger(), (key, seed) => {
        const share = keyShare(key, seed);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThan(1);
        expect(keyShare(key, seed)).toBe(share);
      }),
    );
  });

  it('gives these shares on every machine', () => {
    expect([keyShare('', 0), keyShare('order', 42), keyShare('order', -1)].map((share) => share * 2 ** 32)).toEqual([
      414626237, 2060722323, 2042368648,
    ]);
  });

  it.each([
    ['random keys', keys],
    ['consecutive short keys', keys.map((_, index) => String(index))],
  ])('spreads %s evenly', (_name, some) => {
    const expected = some.length / 20;
    for (const count of histogram(
      some.map((key) => keyShare(key, 42)),
      20,
    )) {
      expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
    }
  });

  it.each([43, 42 + 2 ** 32, -42])('splits by seed %d independently of seed 42', (seed) => {
    const both = keys.filter((key) => keyShare(key, 42) < 0.2 && keyShare(key, seed) < 0.2).length;
    expect(both / keys.length).toBeCloseTo(0.04, 2);
  });
});
