import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../src/data/csv/parse-decimal.ts';

function parse(text: string): number {
  const bytes = Buffer.from(`>${text}<`);
  return parseDecimal(bytes, 1, bytes.length - 1);
}

const digits = (range: { minLength?: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), ...range });

describe('parseDecimal', () => {
  it('equals Number, bit for bit, for decimals of at most 15 digits', () => {
    const decimals = fc.tuple(
      fc.constantFrom('', '-', '+'),
      digits({ maxLength: 8 }),
      digits({ minLength: 1, maxLength: 7 }),
    );
    fc.assert(
      fc.property(decimals, ([sign, whole, fraction]) => {
        const text = `${sign}${whole}.${fraction}`;
        expect(Object.is(parse(text), Number(text))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('equals Number for whole numbers', () => {
    fc.assert(
      fc.property(digits({ minLength: 1, maxLength: 15 }), (text) => {
        expect(parse(text)).toBe(Number(text));
      }),
    );
  });

  it('equals Number for prices in cents', () => {
    for (let cents = 0; cents < 100_000; cents++) {
      const text = (cents / 100).toFixed(2);
      expect(parse(text)).toBe(Number(text));
    }
  });

  it.each([
    ['5.', 5],
    ['.5', 0.5],
    ['-0', -0],
    ['+1', 1],
    ['0.000000000000001', Number.NaN],
    ['.00000000000001', 1e-14],
  ])('reads %s as %s', (text, value) => {
    expect(parse(text)).toBe(value);
  });

  it.each(['', '-', '.', '-.', '1.2.3', '1e5', 'x', '1-', '- 1', '1234567890123456', 'é'])('leaves %j', (text) => {
    expect(parse(text)).toBeNaN();
  });
});
