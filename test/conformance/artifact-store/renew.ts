import { describe, expect, it } from 'vitest';
import { UNREFERENCED_MS } from '../../../src/artifacts/unreferenced.ts';
import { bytesOf, listed, newFolder, type OpenArtifacts, opened, textAt } from './opened.ts';

export function renewCases(open: OpenArtifacts): void {
  describe('renewing', () => {
    const artifacts = opened(open);

    it('leaves the bytes as they are, and the key young enough', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/model`;
      await store.create(key, bytesOf('coefficients'));

      expect(await second.renew(key)).toBe(true);

      const [object] = await listed(store, key);
      expect(Date.now() - object!.modifiedAtMs).toBeLessThan(UNREFERENCED_MS);
      expect(await textAt(store, key)).toBe('coefficients');
    });

    it('says when there is nothing of that key, before it was written and after it was removed', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/model`;
      expect(await store.renew(key)).toBe(false);
      await store.create(key, bytesOf('coefficients'));
      await store.remove(key);
      expect(await store.renew(key)).toBe(false);
    });

    it('takes no key of which others are below', async () => {
      const { store } = artifacts();
      const folder = newFolder();
      await store.create(`${folder}/model`, bytesOf('coefficients'));
      expect(await store.renew(folder)).toBe(false);
    });

    it('finds no leftovers of writes that came to their end', async () => {
      const { store } = artifacts();
      const before = (await Array.fromAsync(store.leftovers())).length;
      await store.create(`${newFolder()}/model`, bytesOf('coefficients'));
      expect(await Array.fromAsync(store.leftovers())).toHaveLength(before);
    });
  });
}
