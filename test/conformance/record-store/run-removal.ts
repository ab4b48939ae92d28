import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { newId, runSample, stepSample } from './samples.ts';

export function runRemovalCases(open: OpenRecords): void {
  describe('removing runs', () => {
    const records = openedEach(open);

    it('takes all with them that is their own, and nothing of others', async () => {
      const { store } = records();
      const experimentId = newId();
      const [gone, left] = [await endedRun(store, experimentId), await endedRun(store, experimentId)];

      await expect(store.runs.remove(gone.id)).resolves.toBe(true);

      await expect(store.runs.get(gone.id)).resolves.toBeUndefined();
      await expect(traces(store, gone.id)).resolves.toEqual([0, 0, 0, 0, 0]);
      await expect(store.runs.list(experimentId, { limit: 10 })).resolves.toEqual({ items: [left] });
      await expect(traces(store, left.id)).resolves.toEqual([30, 30, 1, 1, 2]);
    });

    it('leaves one that has not ended, and has none to remove when there is none', async () => {
      const { store } = records();
      const run = runSample();
      await store.runs.create(run);
      await expect(store.runs.remove(run.id)).resolves.toBe(false);
      await expect(store.runs.get(run.id)).resolves.toEqual(run);
      await expect(store.runs.remove(newId())).resolves.toBe(false);
    });

    it('can be done by many at once', async () => {
      const opened = records();
      const run = await endedRun(opened.store, newId());
      await inParallel(opened, (store) => store.runs.remove(run.id));
      await expect(opened.store.runs.get(run.id)).resolves.toBeUndefined();
      await expect(traces(opened.store, run.id)).resolves.toEqual([0, 0, 0, 0, 0]);
    });
  });
}

/** A run with thirty steps and metrics, more than a database takes in one request. */
async function endedRun(store: RecordStore, experimentId: string): Promise<RunRecord> {
  const run = runSample({ experimentId, status: 'completed', endedAtMs: 1_700_000_009_000 });
  await store.runs.create(run);
  for (let index = 0; index < 30; index++) {
    await store.steps.begin(stepSample({ run: run.id, key: `fold@folds#${index}` }));
  }
  const metrics = Array.from({ length: 30 }, (_none, index) => ({
    key: `loss.${index}`,
    value: 1,
    step: 0,
    timestampMs: 1,
  }));
  const later = { key: 'loss.0', value: 2, step: 1, timestampMs: 2 };
  await store.logs.log(run.id, { metrics: [...metrics, later], parameters: { l2: '1' }, tags: { note: 'x' } });
  return run;
}

/** How many steps, metrics, parameters, tags and points of one metric there are of a run. */
async function traces(store: RecordStore, run: string): Promise<number[]> {
  const [steps, data, history] = await Promise.all([
    store.steps.list(run),
    store.logs.data(run),
    store.logs.history(run, 'loss.0', { limit: 10 }),
  ]);
  const logged = [data.metrics, data.parameters, data.tags].map((fields) => Object.keys(fields).length);
  return [steps.length, ...logged, history.items.length];
}
