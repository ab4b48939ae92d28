import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatToken, hashSecret, newSecret, newTokenId, parseToken } from '../../../src/tracking/tokens/token-text.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const parts = fc.record({ id: hex(12), secret: hex(64) });

describe('the text of a token', () => {
  it('is read back as what it was made of', () => {
    fc.assert(
      fc.property(parts, (made) => {
        expect(parseToken(formatToken(made))).toEqual(made);
      }),
    );
  });

  it('is no other text: one with a character more, fewer or changed is none, or of another token', () => {
    const change = fc.record({ at: fc.nat(84), insert: fc.string({ maxLength: 2 }), drop: fc.nat(2) });
    fc.assert(
      fc.property(parts, change, (made, { at, insert, drop }) => {
        const text = formatToken(made);
        const changed = text.slice(0, at) + insert + text.slice(at + drop);
        const read = parseToken(changed);
        expect(read === undefined || formatToken(read) === changed).toBe(true);
        expect(changed === text || read === undefined || JSON.stringify(read) !== JSON.stringify(made)).toBe(true);
      }),
    );
  });

  it.each([
    '',
    'sluice_',
    'sluice_0123456789ab_',
    `Bearer sluice_0123456789ab_${'a'.repeat(64)}`,
    `x\nsluice_0123456789ab_${'a'.repeat(64)}\n`,
  ])('is not %j', (text) => {
    expect(parseToken(text)).toBeUndefined();
  });

  it('has an id and a secret of their own', () => {
    const secrets = Array.from({ length: 100 }, newSecret);
    expect(new Set(secrets).size).toBe(100);
    expect(parseToken(formatToken({ id: newTokenId(), secret: secrets[0]! }))).toBeDefined();
  });
});

describe('hashSecret', () => {
  it('is the SHA-256 that other tools compute', () => {
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
