/** A word of 32 bits of which each bit depends on all of `word`'s, from 0: MurmurHash3's finaliser (A. Appleby). */
export function mixBits(word: number): number {
  const first = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2_ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
