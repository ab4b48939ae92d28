import { describe, expect, it } from 'vitest';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { newId } from './samples.ts';

export function triggerCases(open: OpenRecords): void {
  describe('trigger claims', () => {
    const records = openedEach(open);

    it('are won by the first within their time', async () => {
      const { store } = records();
      const key = newId();
      await expect(store.triggers.claim(key, 'first', 2000, 1000)).resolves.toEqual({ run: 'first', won: true });
      await expect(store.triggers.claim(key, 'second', 3000, 1999)).resolves.toEqual({ run: 'first', won: false });
    });

    it('are won again by the run that holds them, so that a claim may be repeated', async () => {
      const { store } = records();
      const key = newId();
      await store.triggers.claim(key, 'first', 2000, 1000);
      await expect(store.triggers.claim(key, 'first', 2000, 1000)).resolves.toEqual({ run: 'first', won: true });
    });

    it('are free again when their time is over', async () => {
      const { store } = records();
      const key = newId();
      await store.triggers.claim(key, 'first', 2000, 1000);
      await expect(store.triggers.claim(key, 'second', 3000, 2000)).resolves.toEqual({ run: 'second', won: true });
    });

    it('are kept apart key by key', async () => {
      const { store } = records();
      await store.triggers.claim(newId(), 'first', 2000, 1000);
      await expect(store.triggers.claim(newId(), 'second', 2000, 1000)).resolves.toEqual({ run: 'second', won: true });
    });

    it('are won by one of all that claim at once', async () => {
      const key = newId();
      const claims = await inParallel(records(), (store, index) =>
        store.triggers.claim(key, `run-${index}`, 2000, 1000),
      );
      expect(claims.filter(({ won }) => won)).toHaveLength(1);
      expect(new Set(claims.map(({ run }) => run)).size).toBe(1);
    });

    it('refuse an empty key', async () => {
      const claimed = records().store.triggers.claim('', 'first', 2, 1);
      await expect(claimed).rejects.toMatchObject({ code: 'records.bad-name' });
    });
  });
}
