import { describe, expect, it } from 'vitest';
import { bearerIn } from '../../src/api/bearer-authentication.ts';

describe('bearerIn', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer  abc', 'abc'],
    ['BEARER abc', 'abc'],
  ])('finds the token in "%s"', (header, token) => {
    expect(bearerIn(header)).toBe(token);
  });

  it.each(['', 'Bearer', 'Bearer ', 'abc', 'Basic abc', 'Bearer abc def', 'xBearer abc'])(
    'finds none in "%s"',
    (header) => {
      expect(bearerIn(header)).toBeUndefined();
    },
  );
});
