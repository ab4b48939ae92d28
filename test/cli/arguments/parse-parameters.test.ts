import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePort } from '../../../src/cli/arguments/parse-integer.ts';
import { parseParameters } from '../../../src/cli/arguments/parse-parameters.ts';

describe('parseParameters', () => {
  it('keeps any value, further = signs too', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(parseParameters([`name=${value}`])).toEqual({ name: value });
      }),
    );
  });

  it.each([[['l2']], [['=1']], [['l2=1', 'l2=2']]])('refuses %j', (words) => {
    expect(() => parseParameters(words)).toThrow(expect.objectContaining({ code: 'cli.bad-parameter' }));
  });
});

describe('parsePort', () => {
  it('takes every port', () => {
    expect([parsePort('0'), parsePort('65535')]).toEqual([0, 65_535]);
  });

  it.each(['65536', '-1', '80.5', 'http', ''])('refuses %j', (word) => {
    expect(() => parsePort(word)).toThrow(expect.objectContaining({ code: 'cli.bad-number' }));
  });
});
