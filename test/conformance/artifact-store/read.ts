import { describe, expect, it } from 'vitest';
import { collect } from '../../collect.ts';
import { bytesOf, newFolder, type OpenArtifacts, opened } from './opened.ts';

export function readCases(open: OpenArtifacts): void {
  describe('reading', () => {
    const artifacts = opened(open);

    it('gives back every byte', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/bytes`;
      const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
      await store.create(key, bytes);
      expect(Buffer.compare((await second.read(key)) ?? Buffer.alloc(0), bytes)).toBe(0);
    });

    it('streams what it reads', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/bytes`;
      const bytes = Buffer.alloc(3_000_000, 'sluice');
      await store.create(key, bytes);
      expect(Buffer.concat(await collect(store.stream(key))).equals(bytes)).toBe(true);
    });

    it('gives back the bytes of a range, as many as there are', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/bytes`;
      const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
      await store.create(key, bytes);
      for (const [start, end] of [
        [0, 1],
        [100, 1024],
        [1000, 2000],
        [1024, 1025],
      ] as const) {
        expect([...(await second.readRange(key, start, end))]).toEqual([...bytes.subarray(start, end)]);
      }
    });

    it('says that there is no key to read a range of', async () => {
      const { store } = artifacts();
      await expect(store.readRange(`${newFolder()}/none`, 0, 1)).rejects.toMatchObject({ code: 'artifact.missing' });
    });

    it('lets a reader leave a stream early', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/bytes`;
      await store.create(key, Buffer.alloc(3_000_000, 'sluice'));
      for await (const chunk of store.stream(key)) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(await store.size(key)).toBe(3_000_000);
    });

    it('has nothing to read, and no size, where there is no key', async () => {
      const { store } = artifacts();
      const folder = newFolder();
      await store.create(`${folder}/below/metrics`, bytesOf('{}'));
      for (const key of [`${folder}/none`, `${folder}/below`, `${folder}/below/metrics/none`]) {
        expect(await store.read(key)).toBeUndefined();
        expect(await store.size(key)).toBeUndefined();
      }
    });

    it('says at the first chunk that there is no key', async () => {
      const { store } = artifacts();
      await expect(collect(store.stream(`${newFolder()}/none`))).rejects.toMatchObject({
        code: 'artifact.missing',
      });
    });
  });
}
