import { describe, expect, it } from 'vitest';
import { openedEach, type OpenRecords } from './opened.ts';
import { cacheSample, newId } from './samples.ts';

export function cacheCases(open: OpenRecords): void {
  describe('cache entries', () => {
    const records = openedEach(open);

    it('come back as they were put', async () => {
      const { store } = records();
      const key = newId();
      const entry = cacheSample();
      await store.cache.put(key, entry);
      await expect(store.cache.get(key)).resolves.toEqual(entry);
    });

    it('are undefined before they are put', async () => {
      await expect(records().store.cache.get(newId())).resolves.toBeUndefined();
    });

    it('are those of the last put', async () => {
      const { store } = records();
      const key = newId();
      const last = cacheSample();
      await store.cache.put(key, cacheSample());
      await store.cache.put(key, last);
      await expect(store.cache.get(key)).resolves.toEqual(last);
    });

    it('are gone once removed, which may be repeated', async () => {
      const { store } = records();
      const key = newId();
      await store.cache.put(key, cacheSample());
      await store.cache.remove(key);
      await store.cache.remove(key);
      await expect(store.cache.get(key)).resolves.toBeUndefined();
    });
  });
}
