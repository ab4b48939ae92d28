import { describe, expect, it } from 'vitest';
import { decodeSource, encodeSource, formatSource } from '../../src/tracking/source-text.ts';

const commit = 'c0ffee'.repeat(7).slice(0, 40);

describe('a source as text', () => {
  it.each([true, false])('comes back as it was: dirty %s', (dirty) => {
    expect(decodeSource(encodeSource({ commit, dirty }))).toEqual({ commit, dirty });
  });

  it.each([undefined, ''])('is none of %j', (word) => {
    expect(decodeSource(word)).toBeUndefined();
  });

  it('is told to people', () => {
    expect(formatSource({ commit, dirty: false })).toBe('c0ffeec0ffee');
    expect(formatSource({ commit, dirty: true })).toBe('c0ffeec0ffee, and changes that are not committed');
  });
});
