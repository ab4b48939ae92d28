import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../src/data/csv/parse-number.ts';

describe('parseNumber', () => {
  it('reads every double as it was written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(parseNumber(`${value}`)).toBe(value + 0);
      }),
    );
  });

  it.each([
    '123456789012345678',
    '0.1000000000000000055511151231257827',
    '1e23',
    '1E-400',
    '9e999',
    '-0',
    '.5e1',
    '7.',
  ])('equals Number for %s', (text) => {
    expect(parseNumber(text)).toBe(Number(text));
  });

  it.each([
    ['inf', Infinity],
    ['-inf', -Infinity],
    ['Infinity', Infinity],
    [' 12\t', 12],
  ])('reads %j', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', ' ', '0x1f', '0b1', '1_0', '1n', 'NaN', 'info', '1e', '.', '+-1', '1\n'])(
    'has no number for %j',
    (text) => {
      expect(parseNumber(text)).toBeNaN();
    },
  );

  it('gives up on a long run of digits as fast as on a short one', () => {
    expect(parseNumber(`${'1'.repeat(1_000_000)}x`)).toBeNaN();
  });
});
