import { describe, expect, it } from 'vitest';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { allPages, pageSizes, refusals, strict } from './pages.ts';
import { newId } from './samples.ts';

export function experimentCases(open: OpenRecords): void {
  describe('experiments', () => {
    const records = openedEach(open);

    it('are made once a name, with a decimal id', async () => {
      const { store } = records();
      const name = `first ${newId()}`;
      const made = await store.experiments.ensure(name, 1234);
      expect(made).toEqual({ v: 1, id: expect.stringMatching(/^\d+$/), name, createdAtMs: 1234 });
      await expect(store.experiments.ensure(name, 9999)).resolves.toEqual(made);
      await expect(store.experiments.get(made.id)).resolves.toEqual(made);
    });

    it('are undefined when there is none of that id', async () => {
      await expect(records().store.experiments.get('404')).resolves.toBeUndefined();
    });

    it('are the same for all that ensure one name at once', async () => {
      const name = `raced ${newId()}`;
      const made = await inParallel(records(), (store, index) => store.experiments.ensure(name, index));
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(new Set(made.map(({ createdAtMs }) => createdAtMs)).size).toBe(1);
    });

    it.each(pageSizes)('are listed by name, in bytes, at %i a page', async (limit) => {
      const { store } = records();
      const prefix = newId();
      const names = ['Z', 'a', 'a#', 'b', 'é', '\uffee', '😀'].map((name) => `${prefix} ${name}`);
      for (const name of names.toReversed()) await store.experiments.ensure(name, 1);
      const listed = await allPages((page) => store.experiments.list(page), limit);
      expect(listed.map(({ name }) => name).filter((name) => name.startsWith(prefix))).toEqual(names);
    });

    it('refuse a foreign cursor and a limit out of range', async () => {
      const { store } = records();
      await expect(refusals((page) => store.experiments.list(page), 'WyJydW5zIiwiMSIsIngiXQ')).resolves.toEqual(strict);
    });

    it.each(['', 'x'.repeat(1001)])('refuse the name %j', async (name) => {
      await expect(records().store.experiments.ensure(name, 1)).rejects.toMatchObject({ code: 'records.bad-name' });
    });
  });
}
