import { describe, expect, it } from 'vitest';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { allPages, pageSizes, refusals, strict } from './pages.ts';
import { newId, versionSample } from './samples.ts';

export function versionCases(open: OpenRecords): void {
  describe('model versions', () => {
    const records = openedEach(open);

    it('are numbered from 1 and come back as they were registered', async () => {
      const { store } = records();
      const first = versionSample();
      const second = versionSample({ model: first.model });
      await expect(store.registry.register(first)).resolves.toEqual({ ...first, v: 1, version: 1 });
      await expect(store.registry.register(second)).resolves.toEqual({ ...second, v: 1, version: 2 });
      await expect(store.registry.version(first.model, 1)).resolves.toEqual({ ...first, v: 1, version: 1 });
      await expect(store.registry.version(first.model, 2)).resolves.toEqual({ ...second, v: 1, version: 2 });
    });

    it('are undefined when there is no such model or number', async () => {
      const { store } = records();
      const { model } = await store.registry.register(versionSample());
      await expect(store.registry.version(model, 2)).resolves.toBeUndefined();
      await expect(store.registry.version(newId(), 1)).resolves.toBeUndefined();
    });

    it('are the same for the same step of the same run', async () => {
      const { store } = records();
      const given = versionSample();
      const registered = await store.registry.register(given);
      await store.registry.register(versionSample({ model: given.model }));
      await expect(store.registry.register({ ...given, createdAtMs: 1 })).resolves.toEqual(registered);
    });

    it('are different for another step of the same run', async () => {
      const { store } = records();
      const given = versionSample();
      await store.registry.register(given);
      await expect(store.registry.register({ ...given, stepKey: 'other' })).resolves.toMatchObject({ version: 2 });
    });

    it('have every number once when many register at once', async () => {
      const { model } = versionSample();
      const made = await inParallel(records(), (store) => store.registry.register(versionSample({ model })));
      const numbers = made.map(({ version }) => version).toSorted((left, right) => left - right);
      expect(numbers).toEqual(Array.from({ length: 20 }, (_none, index) => index + 1));
    });

    it('are one when one step registers many times at once', async () => {
      const opened = records();
      const given = versionSample();
      const made = await inParallel(opened, (store) => store.registry.register(given));
      expect(new Set(made.map(({ version }) => version))).toEqual(new Set([1]));
      await expect(allPages((page) => opened.store.registry.versions(given.model, page), 100)).resolves.toHaveLength(1);
    });

    it.each(pageSizes)('are listed newest first, at %i a page', async (limit) => {
      const { store } = records();
      const { model } = versionSample();
      for (let index = 0; index < 12; index++) await store.registry.register(versionSample({ model }));
      await store.registry.promote({ model, kind: 'promote', champion: 1, atMs: 1, by: 'x', expectedSequence: 0 });
      const listed = await allPages((page) => store.registry.versions(model, page), limit);
      expect(listed.map(({ version }) => version)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });

    it.each(pageSizes)('have models listed once each, in byte order, at %i a page', async (limit) => {
      const { store } = records();
      const prefix = newId();
      const names = ['B', 'a', 'a-1', 'é', '\uffee', '😀'].map((name) => `${prefix}${name}`);
      for (const model of [...names.toReversed(), ...names]) await store.registry.register(versionSample({ model }));
      const listed = await allPages((page) => store.registry.models(page), limit);
      expect(listed.filter((name) => name.startsWith(prefix))).toEqual(names);
    });

    it('refuse a cursor of another model, a foreign one and a limit out of range', async () => {
      const { store } = records();
      const { model } = await store.registry.register(versionSample());
      await store.registry.register(versionSample({ model }));
      const { next } = await store.registry.versions(model, { limit: 1 });
      await expect(refusals((page) => store.registry.versions(newId(), page), next!)).resolves.toEqual(strict);
      await expect(refusals((page) => store.registry.models(page), next!)).resolves.toEqual(strict);
    });

    it('refuse a model without a name', async () => {
      const registered = records().store.registry.register(versionSample({ model: '' }));
      await expect(registered).rejects.toMatchObject({ code: 'records.bad-name' });
    });
  });
}
