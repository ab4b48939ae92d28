import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { shortened, shown } from '../../../src/serving/input/shown.ts';

describe('shown', () => {
  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [1.5, '1.5'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    ['a "b"', '"a \\"b\\""'],
    [[1, [2, [3]]], '[1,[2,[…]]]'],
    [{ a: { b: { c: 1 } }, d: [] }, '{"a":{"b":{…}},"d":[]}'],
  ])('writes %j as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('is short for any value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.isAtMost(shown(value).length, 61)));
    expect(shown(Array.from({ length: 1_000_000 }, (_, at) => at))).toMatch(/^\[0,1,2,.*,19,…\]$/);
  });

  it('outlives a value nested deeper than the stack', () => {
    expect(shown(JSON.parse('['.repeat(1_000_000) + ']'.repeat(1_000_000)))).toBe('[[[…]]]');
  });
});

describe('shortened', () => {
  it('marks what it cut', () => {
    expect([shortened('abc', 3), shortened('abcd', 3)]).toEqual(['abc', 'abc…']);
  });
});
