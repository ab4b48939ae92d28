import { describe, expect, it } from 'vitest';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { newId } from './samples.ts';

const point = { key: 'loss', value: 1, step: 0, timestampMs: 5 };

export function logCases(open: OpenRecords): void {
  describe('logs', () => {
    const records = openedEach(open);

    it('hold what was logged', async () => {
      const { store } = records();
      const run = newId();
      const parameters = { depth: '3', empty: '', long: 'é'.repeat(3000), zero: 'a\0b' };
      const tags = { team: 'a', 'mlflow.note': '😀', ['__proto__']: 'own' };
      await store.logs.log(run, { metrics: [point], parameters, tags });
      await expect(store.logs.data(run)).resolves.toEqual({ metrics: { loss: point }, parameters, tags });
    });

    it('are empty of a run that logged nothing', async () => {
      const { store } = records();
      const run = newId();
      await store.logs.log(run, {});
      await expect(store.logs.data(run)).resolves.toEqual({ metrics: {}, parameters: {}, tags: {} });
    });

    it('are kept apart run by run', async () => {
      const { store } = records();
      const run = newId();
      await store.logs.log(run, { parameters: { depth: '3' } });
      await expect(store.logs.log(newId(), { parameters: { depth: '4' } })).resolves.toBeUndefined();
      await expect(store.logs.data(run)).resolves.toMatchObject({ parameters: { depth: '3' } });
    });

    it('hold no records of steps', async () => {
      const { store } = records();
      const run = newId();
      await store.steps.begin({
        v: 1,
        run,
        key: 'train',
        node: 'train',
        step: 'train',
        status: 'running',
        attempt: 0,
        startedAtMs: 1,
      });
      await expect(store.logs.data(run)).resolves.toEqual({ metrics: {}, parameters: {}, tags: {} });
    });

    it('change nothing when a batch is repeated', async () => {
      const { store } = records();
      const run = newId();
      const batch = { metrics: [point, { ...point, step: 1 }], parameters: { depth: '3' }, tags: { team: 'a' } };
      await store.logs.log(run, batch);
      const first = await store.logs.data(run);
      await store.logs.log(run, batch);
      await expect(store.logs.data(run)).resolves.toEqual(first);
      const history = await store.logs.history(run, 'loss', { limit: 10 });
      expect(history.items).toEqual(batch.metrics);
    });

    it('take the last of a tag and never another value of a parameter', async () => {
      const { store } = records();
      const run = newId();
      await store.logs.log(run, { parameters: { depth: '3' }, tags: { team: 'a' } });
      await store.logs.log(run, { parameters: { depth: '3', rate: '1' }, tags: { team: 'b' } });
      await expect(store.logs.data(run)).resolves.toEqual({
        metrics: {},
        parameters: { depth: '3', rate: '1' },
        tags: { team: 'b' },
      });
    });

    it('have nothing written of a batch whose parameter conflicts', async () => {
      const { store } = records();
      const run = newId();
      await store.logs.log(run, { parameters: { depth: '3' } });
      const before = await store.logs.data(run);
      const batch = { metrics: [point], parameters: { alpha: '1', depth: '4' }, tags: { team: 'a' } };
      await expect(store.logs.log(run, batch)).rejects.toMatchObject({ code: 'tracking.parameter-conflict' });
      await expect(store.logs.data(run)).resolves.toEqual(before);
      await expect(store.logs.history(run, 'loss', { limit: 1 })).resolves.toEqual({ items: [] });
    });

    it('agree on one value of a parameter when many log it at once', async () => {
      const opened = records();
      const run = newId();
      const logged = await inParallel(opened, (store, index) =>
        store.logs.log(run, { parameters: { depth: String(index) } }).then(
          () => String(index),
          (error: { readonly code: string }) => error.code,
        ),
      );
      const { parameters } = await opened.store.logs.data(run);
      expect(logged.filter((answer) => answer !== 'tracking.parameter-conflict')).toEqual([parameters['depth']]);
    });

    it('hold the parameters and tags of one large batch', async () => {
      const { store } = records();
      const run = newId();
      const parameters = Object.fromEntries(Array.from({ length: 230 }, (_none, index) => [`p${index}`, `${index}`]));
      const tags = Object.fromEntries(Array.from({ length: 130 }, (_none, index) => [`t${index}`, `${index}`]));
      await store.logs.log(run, { parameters, tags });
      await expect(store.logs.data(run)).resolves.toEqual({ metrics: {}, parameters, tags });
    });

    it.each([
      ['an empty key', { metrics: [point], tags: { '': 'x' } }, 'records.bad-name'],
      ['a step with a fraction', { metrics: [point, { ...point, step: 0.5 }] }, 'tracking.bad-metric'],
    ])('have nothing written of a batch with %s', async (_what, batch, code) => {
      const { store } = records();
      const run = newId();
      await expect(store.logs.log(run, batch)).rejects.toMatchObject({ code });
      await expect(store.logs.data(run)).resolves.toEqual({ metrics: {}, parameters: {}, tags: {} });
    });
  });
}
