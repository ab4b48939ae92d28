import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../src/data/canonical-json.ts';

const json = fc.jsonValue({ noUnicodeString: false }).map((value) => value as Json);

describe('canonicalJson', () => {
  it('writes what JSON.parse gives back, the sign of zero too', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
    expect(Object.is(JSON.parse(canonicalJson(-0)), -0)).toBe(true);
  });

  it('writes equal texts for objects whose keys came in another order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(members));
      }),
    );
  });

  it('orders keys by code unit, not by locale, and leaves no spaces', () => {
    expect(canonicalJson({ é: 1, a: [true, null], B: { d: 'x y', c: 2 } })).toBe(
      '{"B":{"c":2,"d":"x y"},"a":[true,null],"é":1}',
    );
  });

  it.each([Number.NaN, Infinity, -Infinity])('refuses %d', (value) => {
    expect(() => canonicalJson([{ value }])).toThrow(expect.objectContaining({ code: 'data.not-finite' }));
  });
});
