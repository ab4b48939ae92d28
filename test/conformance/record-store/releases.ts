import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { allPages, pageSizes, refusals, strict } from './pages.ts';
import { newId, promotionSample, verdict, versionSample } from './samples.ts';

export function releaseCases(open: OpenRecords): void {
  describe('releases', () => {
    const records = openedEach(open);

    it('are undefined while nothing was released', async () => {
      const { store } = records();
      const model = await modelOf(store, 1);
      await expect(store.registry.release(model)).resolves.toBeUndefined();
      await expect(store.registry.alias(model, 'champion')).resolves.toBeUndefined();
      await expect(store.registry.history(model, { limit: 1 })).resolves.toEqual({ items: [] });
    });

    it('serve the version promoted, with its alias and history', async () => {
      const { store } = records();
      const model = await modelOf(store, 1);
      const promotion = promotionSample(model, 1, { verdict, by: 'a person' });
      const { expectedSequence: _decidedOn, ...decided } = promotion;
      const release = { v: 1, model, champion: 1, sequence: 1, sinceMs: promotion.atMs };
      await expect(store.registry.promote(promotion)).resolves.toEqual(release);
      await expect(store.registry.release(model)).resolves.toEqual(release);
      await expect(store.registry.alias(model, 'champion')).resolves.toBe(1);
      await expect(store.registry.alias(model, 'challenger')).resolves.toBeUndefined();
      await expect(store.registry.history(model, { limit: 9 })).resolves.toEqual({
        items: [{ ...decided, v: 1, sequence: 1, previous: null }],
      });
    });

    it('remember what served before a promotion and a rollback', async () => {
      const { store } = records();
      const model = await modelOf(store, 2);
      await promoteInTurn(store, model, [1, 2]);
      await store.registry.promote(promotionSample(model, 1, { kind: 'rollback', expectedSequence: 2 }));
      const { items } = await store.registry.history(model, { limit: 9 });
      expect(items.map(({ kind, champion, previous }) => ({ kind, champion, previous }))).toEqual([
        { kind: 'rollback', champion: 1, previous: 2 },
        { kind: 'promote', champion: 2, previous: 1 },
        { kind: 'promote', champion: 1, previous: null },
      ]);
      await expect(store.registry.alias(model, 'champion')).resolves.toBe(1);
    });

    it.each([0, 2])('refuse what was decided on change %i when 1 stands, and stay', async (expectedSequence) => {
      const { store } = records();
      const model = await modelOf(store, 2);
      const standing = await store.registry.promote(promotionSample(model, 1));
      const promoted = store.registry.promote(promotionSample(model, 2, { expectedSequence }));
      await expect(promoted).rejects.toMatchObject({ code: 'release.conflict' });
      await expect(store.registry.release(model)).resolves.toEqual(standing);
      await expect(store.registry.alias(model, 'champion')).resolves.toBe(1);
      await expect(store.registry.history(model, { limit: 9 })).resolves.toMatchObject({ items: [{ champion: 1 }] });
    });

    it.each([2, 0, -1])('refuse the version %i that was never registered, and stay', async (champion) => {
      const { store } = records();
      const model = await modelOf(store, 1);
      const promoted = store.registry.promote(promotionSample(model, champion));
      await expect(promoted).rejects.toMatchObject({ code: 'model.version-unknown' });
      await expect(store.registry.release(model)).resolves.toBeUndefined();
    });

    it('refuse a model that was never registered', async () => {
      const promoted = records().store.registry.promote(promotionSample(newId(), 1));
      await expect(promoted).rejects.toMatchObject({ code: 'model.version-unknown' });
    });

    it('answer a repeated promotion with what stands', async () => {
      const { store } = records();
      const model = await modelOf(store, 1);
      const promotion = promotionSample(model, 1);
      const release = await store.registry.promote(promotion);
      await expect(store.registry.promote({ ...promotion, atMs: 1 })).resolves.toEqual(release);
      await expect(store.registry.history(model, { limit: 9 })).resolves.toMatchObject({ items: [{ sequence: 1 }] });
    });

    it('refuse to repeat a promotion once another has followed', async () => {
      const { store } = records();
      const model = await modelOf(store, 2);
      const promotion = promotionSample(model, 1);
      await store.registry.promote(promotion);
      await store.registry.promote(promotionSample(model, 2, { expectedSequence: 1 }));
      await expect(store.registry.promote(promotion)).rejects.toMatchObject({ code: 'release.conflict' });
    });

    it('are changed by one of all that promote at once', async () => {
      const opened = records();
      const model = await modelOf(opened.store, 1);
      const answers = await inParallel(opened, (store) =>
        store.registry.promote(promotionSample(model, 1)).then(
          () => 'promoted',
          (error: { readonly code: string }) => error.code,
        ),
      );
      expect(answers.filter((answer) => answer === 'promoted')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'release.conflict')).toHaveLength(19);
      await expect(opened.store.registry.history(model, { limit: 9 })).resolves.toMatchObject({
        items: [{ sequence: 1 }],
      });
    });

    it('answer all alike when one promotes many times at once', async () => {
      const opened = records();
      const model = await modelOf(opened.store, 1);
      const promotion = promotionSample(model, 1);
      const answers = await inParallel(opened, (store) => store.registry.promote(promotion));
      expect(new Set(answers.map(({ sequence }) => sequence))).toEqual(new Set([1]));
    });

    it.each(pageSizes)('have their history newest first, at %i a page', async (limit) => {
      const { store } = records();
      const model = await modelOf(store, 2);
      await promoteInTurn(store, model, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]);
      const history = await allPages((page) => store.registry.history(model, page), limit);
      expect(history.map(({ sequence }) => sequence)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });

    it('refuse a cursor of another model, a foreign one and a limit out of range', async () => {
      const { store } = records();
      const model = await modelOf(store, 2);
      await promoteInTurn(store, model, [1, 2]);
      const { next } = await store.registry.history(model, { limit: 1 });
      await expect(refusals((page) => store.registry.history(newId(), page), next!)).resolves.toEqual(strict);
    });
  });
}

async function modelOf(store: RecordStore, versions: number): Promise<string> {
  const { model } = versionSample();
  for (let index = 0; index < versions; index++) await store.registry.register(versionSample({ model }));
  return model;
}

async function promoteInTurn(store: RecordStore, model: string, champions: readonly number[]): Promise<void> {
  for (const [expectedSequence, champion] of champions.entries()) {
    await store.registry.promote(promotionSample(model, champion, { expectedSequence }));
  }
}
