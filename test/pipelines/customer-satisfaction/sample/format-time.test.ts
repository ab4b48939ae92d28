import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime } from '../../../../pipelines/customer-satisfaction/sample/format-time.ts';

describe('formatTime', () => {
  it('writes ISO 8601 with a space and without zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 4e12 }), (timeMs) => {
        expect(formatTime(timeMs)).toBe(new Date(timeMs).toISOString().slice(0, 19).replace('T', ' '));
      }),
    );
  });
});
