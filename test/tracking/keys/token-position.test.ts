import { describe, expect, it } from 'vitest';
import { encodeTokenPosition } from '../../../src/tracking/keys/token-position.ts';
import { sampleToken } from '../tokens/sample-token.ts';

describe('encodeTokenPosition', () => {
  it('orders tokens newest first and ties by id', () => {
    const tokens = [
      sampleToken({ id: 'b', createdAtMs: 9 }),
      sampleToken({ id: 'a', createdAtMs: 5 }),
      sampleToken({ id: 'c', createdAtMs: 5 }),
    ];
    const newestFirst = tokens.map(encodeTokenPosition);
    expect(newestFirst.toReversed().toSorted()).toEqual(newestFirst);
  });
});
