import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/data/sha256.ts';

describe('sha256', () => {
  it('is that of FIPS 180-4, in hex', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('is the same for a text and for its UTF-8', () => {
    expect(sha256('é 😀')).toBe(sha256(new TextEncoder().encode('é 😀')));
  });
});
