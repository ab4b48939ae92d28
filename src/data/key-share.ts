import { mixBits } from './mix-bits.ts';

const FNV_OFFSET_BASIS = 0x811c_9dc5;
const FNV_PRIME = 0x0100_0193;

/**
 * Where a key falls between 0 and less than 1 for a seed (a safe integer): evenly, and the same on every machine.
 * FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv) over the seed's halves and UTF-16 code units, then mixed: FNV alone
 * leaves the high bits of short keys much alike.
 */
export function keyShare(key: string, seed: number): number {
  let hash = absorb(absorb(FNV_OFFSET_BASIS, seed | 0), Math.floor(seed / 2 ** 32) | 0);
  for (let index = 0; index < key.length; index++) hash = absorb(hash, key.charCodeAt(index));
  return mixBits(hash) / 2 ** 32;
}

/** As `keyShare`, for the place of a row (a safe integer from 0) where rows have no key. */
export function indexShare(index: number, seed: number): number {
  const hash = absorb(absorb(FNV_OFFSET_BASIS, seed | 0), Math.floor(seed / 2 ** 32) | 0);
  return mixBits(absorb(absorb(hash, mixBits(index | 0)), Math.floor(index / 2 ** 32) | 0)) / 2 ** 32;
}

function absorb(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}
