import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../src/cli/arguments/parse-duration.ts';

describe('parseDuration', () => {
  it.each([
    ['0s', 0],
    ['90s', 90_000],
    ['5m', 300_000],
    ['12h', 43_200_000],
    ['30d', 2_592_000_000],
    ['2w', 1_209_600_000],
  ])('reads %s', (word, durationMs) => {
    expect(parseDuration('--older-than', word)).toBe(durationMs);
  });

  it.each(['', '30', 'd', '1.5h', '-1d', '30 d', '30D', '1y', '9999999d'])('refuses “%s”', (word) => {
    expect(() => parseDuration('--older-than', word)).toThrow(expect.objectContaining({ code: 'cli.bad-duration' }));
  });
});
