import { describe, expect, it } from 'vitest';
import { parseDays } from '../../../src/cli/arguments/parse-days.ts';

describe('parseDays', () => {
  it('says when they are over, and nothing where none are given', () => {
    expect(parseDays('1', 1_000)).toEqual({ expiresAtMs: 86_401_000 });
    expect(parseDays(undefined, 1_000)).toEqual({});
  });

  it.each(['0', '-1', '1.5', '3651', '30d'])('refuses %s', (word) => {
    expect(() => parseDays(word, 0)).toThrow(expect.objectContaining({ code: 'cli.bad-number' }));
  });
});
