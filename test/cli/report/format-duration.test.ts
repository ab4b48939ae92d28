import { describe, expect, it } from 'vitest';
import { formatDuration } from '../../../src/cli/report/format-duration.ts';

const MINUTE_MS = 60_000;

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1_249, '1.2 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 0 s'],
    [59 * MINUTE_MS + 59_499, '59 min 59 s'],
    [60 * MINUTE_MS - 1, '1 h 0 min'],
    [105 * MINUTE_MS, '1 h 45 min'],
  ])('%d ms is %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});
