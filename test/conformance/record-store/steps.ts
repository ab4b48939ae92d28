import { describe, expect, it } from 'vitest';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { completed, newId, stepSample } from './samples.ts';

export function stepCases(open: OpenRecords): void {
  describe('steps', () => {
    const records = openedEach(open);

    it('come back as they were begun and as they were committed', async () => {
      const { store } = records();
      const begun = stepSample();
      await expect(store.steps.begin(begun)).resolves.toEqual({ state: 'begun' });
      await expect(store.steps.get(begun.run, begun.key)).resolves.toEqual(begun);
      await expect(store.steps.commit(completed(begun))).resolves.toBe(true);
      await expect(store.steps.get(begun.run, begun.key)).resolves.toEqual(completed(begun));
    });

    it('are undefined before they are begun', async () => {
      await expect(records().store.steps.get(newId(), 'train')).resolves.toBeUndefined();
    });

    it('may be begun again by the same attempt', async () => {
      const { store } = records();
      const begun = stepSample();
      await store.steps.begin(begun);
      await expect(store.steps.begin({ ...begun, startedAtMs: 7 })).resolves.toEqual({ state: 'begun' });
      await expect(store.steps.get(begun.run, begun.key)).resolves.toEqual({ ...begun, startedAtMs: 7 });
    });

    it.each(['running', 'failed'] as const)('are taken over by a later attempt when %s', async (status) => {
      const { store } = records();
      const begun = stepSample();
      await store.steps.begin(begun);
      if (status === 'failed') await store.steps.commit({ ...begun, status });
      await expect(store.steps.begin({ ...begun, attempt: 1 })).resolves.toEqual({ state: 'begun' });
    });

    it('are superseded by a later attempt', async () => {
      const { store } = records();
      const later = stepSample({ attempt: 2 });
      await store.steps.begin(later);
      await expect(store.steps.begin({ ...later, attempt: 1 })).resolves.toEqual({ state: 'superseded', by: later });
      await expect(store.steps.get(later.run, later.key)).resolves.toEqual(later);
    });

    it.each(['completed', 'cached'] as const)(
      'are superseded by work that is %s, whatever its attempt',
      async (status) => {
        const { store } = records();
        const begun = stepSample();
        const done = { ...completed(begun), status };
        await store.steps.begin(begun);
        await store.steps.commit(done);
        await expect(store.steps.begin({ ...begun, attempt: 1 })).resolves.toEqual({ state: 'superseded', by: done });
      },
    );

    it('refuse the commit of an attempt that was taken over', async () => {
      const { store } = records();
      const begun = stepSample();
      const retried = { ...begun, attempt: 1 };
      await store.steps.begin(begun);
      await store.steps.begin(retried);
      await expect(store.steps.commit(completed(begun))).resolves.toBe(false);
      await expect(store.steps.get(begun.run, begun.key)).resolves.toEqual(retried);
      await expect(store.steps.commit(completed(retried))).resolves.toBe(true);
    });

    it('refuse a commit of what was never begun', async () => {
      const { store } = records();
      const record = completed(stepSample());
      await expect(store.steps.commit(record)).resolves.toBe(false);
      await expect(store.steps.get(record.run, record.key)).resolves.toBeUndefined();
    });

    it('take the same commit again, and no other after it', async () => {
      const { store } = records();
      const begun = stepSample();
      await store.steps.begin(begun);
      await store.steps.commit(completed(begun));
      await expect(store.steps.commit(completed(begun))).resolves.toBe(true);
      await expect(store.steps.commit({ ...begun, status: 'failed' })).resolves.toBe(false);
      await expect(store.steps.get(begun.run, begun.key)).resolves.toMatchObject({ status: 'completed' });
    });

    it('are left to the greatest attempt of all that begin at once', async () => {
      const opened = records();
      const first = stepSample();
      await inParallel(opened, (store, attempt) => store.steps.begin({ ...first, attempt }));
      await expect(opened.store.steps.get(first.run, first.key)).resolves.toMatchObject({ attempt: 19 });
    });

    it('are committed by one of all attempts that commit at once', async () => {
      const opened = records();
      const begun = stepSample();
      await opened.store.steps.begin(begun);
      const committed = await inParallel(opened, (store, endedAtMs) =>
        store.steps.commit({ ...begun, status: 'completed', endedAtMs }),
      );
      expect(committed.filter(Boolean)).toHaveLength(1);
    });

    it('are listed by key, of their run only', async () => {
      const { store } = records();
      const run = newId();
      const keys = ['fit@tenants#0', 'fit@tenants#1', 'fit@tenants#10', 'ingest', 'train', 'é'];
      const steps = keys.map((key) => stepSample({ run, key }));
      await Promise.all([...steps.toReversed(), stepSample()].map((step) => store.steps.begin(step)));
      await expect(store.steps.list(run)).resolves.toEqual(steps);
      await expect(store.steps.list(newId())).resolves.toEqual([]);
    });

    it('are all listed when they are many and large', async () => {
      const { store } = records();
      const run = newId();
      const seen = 'x'.repeat(60_000);
      const error = { code: 'step.failed', message: 'failed', seen, mend: 'mend it' } as const;
      const steps = Array.from({ length: 40 }, (_none, index) =>
        stepSample({ run, key: `fit@tenants#${10 + index}`, error }),
      );
      for (const step of steps) await store.steps.begin(step);
      await expect(store.steps.list(run)).resolves.toEqual(steps);
    });
  });
}
