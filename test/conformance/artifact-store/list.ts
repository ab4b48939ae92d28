import { describe, expect, it } from 'vitest';
import { bytesOf, listed, listedKeys, newFolder, type OpenArtifacts, opened } from './opened.ts';

export function listCases(open: OpenArtifacts): void {
  describe('listing', () => {
    const artifacts = opened(open);

    it('gives every key below a prefix in byte order, folders or not', async () => {
      const { store } = artifacts();
      const folder = newFolder();
      const names = ['a', 'a-b', 'a.b', 'a0', 'B', 'a=1/x', 'a-/x', 'ab/c/d', 'ab/c0', '#', '_', 'z@9'];
      for (const name of names) await store.create(`${folder}/${name}`, bytesOf(name));
      const keys = names.map((name) => `${folder}/${name}`).toSorted((left, right) => (left < right ? -1 : 1));
      expect(await listedKeys(store, `${folder}/`)).toEqual(keys);
    });

    it('takes a prefix that ends inside a name', async () => {
      const { store } = artifacts();
      const folder = newFolder();
      for (const name of ['train/x', 'training', 'test/y']) await store.create(`${folder}/${name}`, bytesOf(name));
      expect(await listedKeys(store, `${folder}/tra`)).toEqual([`${folder}/train/x`, `${folder}/training`]);
      expect(await listedKeys(store, `${folder}/train/`)).toEqual([`${folder}/train/x`]);
    });

    it('takes a whole key for a prefix', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/metrics`;
      await store.create(key, bytesOf('{}'));
      expect(await listedKeys(store, key)).toEqual([key]);
    });

    it('says the size of each and when it was written', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/metrics`;
      const before = Date.now();
      await store.create(key, bytesOf('twelve bytes'));
      const [object] = await listed(store, key);
      expect(object).toMatchObject({ key, sizeBytes: 12 });
      expect(Math.abs(object!.modifiedAtMs - before)).toBeLessThan(60_000);
      expect(Number.isInteger(object!.modifiedAtMs)).toBe(true);
    });

    it('gives nothing for a prefix that no key has', async () => {
      const { store } = artifacts();
      expect(await listedKeys(store, `${newFolder()}/`)).toEqual([]);
    });

    it('lists all, beyond one page', async () => {
      const { store } = artifacts();
      const folder = newFolder();
      const names = Array.from({ length: 1100 }, (_, index) => `${folder}/${String(index).padStart(4, '0')}`);
      for (let start = 0; start < names.length; start += 50) {
        await Promise.all(names.slice(start, start + 50).map((key) => store.create(key, bytesOf('x'))));
      }
      expect(await listedKeys(store, `${folder}/`)).toEqual(names);
    }, 60_000);
  });
}
