import { isUtf8 } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeTextEnd } from '../../../src/data/csv/complete-text-end.ts';

describe('completeTextEnd', () => {
  it('cuts text anywhere into UTF-8 and at most 3 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(text);
        const end = bytes.length === 0 ? 0 : cut % (bytes.length + 1);
        const complete = completeTextEnd(bytes, end);
        expect(isUtf8(bytes.subarray(0, complete))).toBe(true);
        expect(end - complete).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('cuts nothing off bytes that no character starts', () => {
    expect(completeTextEnd(Uint8Array.of(0x80, 0x80, 0x80, 0x80), 4)).toBe(4);
  });
});
