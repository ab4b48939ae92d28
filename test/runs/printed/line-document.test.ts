import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine, encodeLine, type LineOfRun } from '../../../src/runs/printed/line-document.ts';
import { PRINT_LEVELS } from '../../../src/runs/printed/printed-line.ts';

const line: LineOfRun = { run: 'r', step: 'train', attempt: 1, sequence: 2, atMs: 5, level: 'warn', text: 'a\nb' };

describe('a printed line as JSON', () => {
  it('has the names that tools for logs look for, on one line', () => {
    expect(encodeLine(line)).toBe(
      String.raw`{"time":"1970-01-01T00:00:00.005Z","level":"warn","run":"r","step":"train","attempt":1,"sequence":2,"message":"a\nb"}`,
    );
  });

  it('comes back as it was', () => {
    const lines = fc.record({
      run: fc.string(),
      step: fc.string(),
      attempt: fc.nat(),
      sequence: fc.nat(),
      atMs: fc.integer({ min: 0, max: 8e14 }),
      level: fc.constantFrom(...PRINT_LEVELS),
      text: fc.string({ unit: 'binary' }),
    });
    fc.assert(fc.property(lines, (one) => void expect(decodeLine(encodeLine(one))).toEqual(one)));
  });

  it.each([
    'START RequestId: 1',
    '{ prose',
    '{"run":"r"}',
    '[]',
    encodeLine(line).replace('"warn"', '"loud"'),
    encodeLine(line).replace('1970', 'long ago'),
  ])('is not what anybody else wrote: %s', (text) => {
    expect(decodeLine(text)).toBeUndefined();
  });
});
