import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedBytes, hashBytes } from '../../src/data/checked-bytes.ts';
import { collect } from '../collect.ts';
import { inChunks } from './in-chunks.ts';

const bytesInChunks = fc.tuple(fc.uint8Array(), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }));

describe('hashBytes', () => {
  it('gives the SHA-256 and the size, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(bytesInChunks, async ([bytes, sizes]) => {
        expect(await hashBytes(inChunks(bytes, sizes))).toEqual({
          sha256: createHash('sha256').update(bytes).digest('hex'),
          sizeBytes: bytes.length,
        });
      }),
    );
  });
});

describe('checkedBytes', () => {
  const facts = { name: 'orders.csv', uri: 'file:///orders.csv', sizeBytes: 3 };

  it('passes the bytes on when they are as they were', async () => {
    const { sha256 } = await hashBytes(inChunks('abc'));
    expect(Buffer.concat(await collect(checkedBytes(inChunks('abc', [1]), { ...facts, sha256 }))).toString()).toBe(
      'abc',
    );
  });

  it('throws at their end when they are not', async () => {
    const { sha256 } = await hashBytes(inChunks('abc'));
    const reading = collect(checkedBytes(inChunks('abd', [1]), { ...facts, sha256 }));
    await expect(reading).rejects.toMatchObject({
      code: 'data.file-changed',
      facts: { seen: expect.stringContaining('file:///orders.csv'), allowed: expect.stringContaining(sha256) },
    });
  });
});
