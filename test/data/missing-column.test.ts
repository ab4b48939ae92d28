import { describe, expect, it } from 'vitest';
import { missingColumn } from '../../src/data/missing-column.ts';

function withFacts(facts: object) {
  return expect.objectContaining({ code: 'data.column-missing', facts: expect.objectContaining(facts) });
}

describe('missingColumn', () => {
  it('names the nearest column', () => {
    const there = ['price', 'payment_valeu'];
    const mend = "did you mean 'payment_valeu'?";
    expect(() => missingColumn('payment_value', there)).toThrow(withFacts({ seen: 'price, payment_valeu', mend }));
  });

  it.each(['a;price', 'a\tprice', 'a|price'])('guesses that %j is a header without commas', (header) => {
    expect(() => missingColumn('price', [header])).toThrow(withFacts({ mend: expect.stringContaining('with commas') }));
  });

  it.each([
    [[], 'no columns'],
    [[''], 'a blank line in place of the names'],
    [['', ''], 'a blank line in place of the names'],
  ])('says that a header of %j names nothing', (there, seen) => {
    expect(() => missingColumn('price', there)).toThrow(withFacts({ seen }));
  });

  it('does not show thousands of columns', () => {
    const there = Array.from({ length: 5_000 }, (_, index) => `column ${index}`);
    expect(() => missingColumn('price', there)).toThrow(withFacts({ seen: expect.stringMatching(/ and 4960 more$/) }));
  });
});
