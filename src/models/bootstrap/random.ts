import { mixBits } from '../../data/mix-bits.ts';

/**
 * A generator of whole numbers from 0 to 2³² − 1: xoshiro128** (Blackman and Vigna, 2021), its state filled from a
 * safe integer.
 */
export function randomIntegers(seed: number): () => number {
  let [a, b, c, d] = [1, 2, 3, 4].map((part) => stateOf(seed, part)) as [number, number, number, number];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function stateOf(seed: number, part: number): number {
  return mixBits(mixBits((seed | 0) + Math.imul(part, 0x9e37_79b9)) ^ Math.floor(seed / 2 ** 32)) || part;
}
