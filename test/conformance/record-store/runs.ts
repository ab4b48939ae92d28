import { describe, expect, it } from 'vitest';
import type { RunEnding, RunRecord } from '../../../src/tracking/run-record.ts';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { allPages, pageSizes, refusals, strict } from './pages.ts';
import { newId, runSample } from './samples.ts';

const ending: RunEnding = {
  status: 'failed',
  endedAtMs: 1_700_000_009_000,
  error: { code: 'step.failed', message: 'train failed', seen: '', mend: 'mend it', retry: 'permanent' },
};

export function runCases(open: OpenRecords): void {
  describe('runs', () => {
    const records = openedEach(open);

    it('come back as they were created', async () => {
      const { store } = records();
      const run = runSample();
      await expect(store.runs.create(run)).resolves.toBe('created');
      await expect(store.runs.get(run.id)).resolves.toEqual(run);
    });

    it('are undefined when there is none of that id', async () => {
      await expect(records().store.runs.get(newId())).resolves.toBeUndefined();
    });

    it('are left as they were by creating them again', async () => {
      const { store } = records();
      const run = runSample();
      await store.runs.create(run);
      await expect(store.runs.create({ ...run, pipeline: 'other' })).resolves.toBe('exists');
      await expect(store.runs.get(run.id)).resolves.toEqual(run);
    });

    it('are created by one of all that try at once', async () => {
      const run = runSample();
      const answers = await inParallel(records(), (store) => store.runs.create(run));
      expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
    });

    it('end as told, with all else kept', async () => {
      const { store } = records();
      const run = runSample();
      await store.runs.create(run);
      await expect(store.runs.finish(run.id, ending)).resolves.toEqual({ ...run, ...ending });
      await expect(store.runs.get(run.id)).resolves.toEqual({ ...run, ...ending });
    });

    it('keep their first ending', async () => {
      const { store } = records();
      const run = runSample();
      await store.runs.create(run);
      await store.runs.finish(run.id, ending);
      const later = store.runs.finish(run.id, { status: 'completed', endedAtMs: 1 });
      await expect(later).resolves.toEqual({ ...run, ...ending });
    });

    it('have one ending for all that finish them at once', async () => {
      const opened = records();
      const run = runSample();
      await opened.store.runs.create(run);
      const endings = await inParallel(opened, (store, index) =>
        store.runs.finish(run.id, { status: 'stopped', endedAtMs: index }),
      );
      expect(new Set(endings.map(({ endedAtMs }) => endedAtMs)).size).toBe(1);
    });

    it('are let in once from the queue, with all else kept', async () => {
      const { store } = records();
      const run = runSample({ status: 'queued' });
      await store.runs.create(run);
      await expect(store.runs.admit(run.id)).resolves.toEqual({ ...run, status: 'running' });
      await expect(store.runs.admit(run.id)).resolves.toEqual({ ...run, status: 'running' });
      await expect(store.runs.get(run.id)).resolves.toEqual({ ...run, status: 'running' });
    });

    it('are not let in when they ended in the queue', async () => {
      const { store } = records();
      const run = runSample({ status: 'queued' });
      await store.runs.create(run);
      await expect(store.runs.finish(run.id, ending)).resolves.toEqual({ ...run, ...ending });
      await expect(store.runs.admit(run.id)).resolves.toEqual({ ...run, ...ending });
    });

    it('cannot be let in when there are none', async () => {
      await expect(records().store.runs.admit(newId())).rejects.toMatchObject({ code: 'run.unknown' });
    });

    it('keep the lease of a process that waits', async () => {
      const { store } = records();
      const run = runSample({ status: 'queued' });
      await store.runs.create(run);
      await expect(store.runs.renewLease(run.id, 7)).resolves.toBe(true);
      await expect(store.runs.get(run.id)).resolves.toMatchObject({ leaseUntilMs: 7, status: 'queued' });
    });

    it('cannot be finished when there are none', async () => {
      await expect(records().store.runs.finish(newId(), ending)).rejects.toMatchObject({ code: 'run.unknown' });
    });

    it('have their lease renewed only while they run', async () => {
      const { store } = records();
      const run = runSample();
      await store.runs.create(run);
      await expect(store.runs.renewLease(run.id, 42)).resolves.toBe(true);
      await expect(store.runs.get(run.id)).resolves.toEqual({ ...run, leaseUntilMs: 42 });
      await store.runs.finish(run.id, ending);
      await expect(store.runs.renewLease(run.id, 43)).resolves.toBe(false);
      await expect(store.runs.get(run.id)).resolves.toEqual({ ...run, ...ending, leaseUntilMs: 42 });
    });

    it('have no lease renewed when there are none', async () => {
      await expect(records().store.runs.renewLease(newId(), 1)).resolves.toBe(false);
    });

    it.each(pageSizes)('are listed newest first, ties by id, at %i a page', async (limit) => {
      const { store } = records();
      const experimentId = newId();
      const runs = Array.from({ length: 23 }, (_none, index) =>
        runSample({ experimentId, startedAtMs: 1_700_000_000_000 + Math.floor(index / 3) }),
      );
      await Promise.all([...runs, runSample()].map((run) => store.runs.create(run)));
      const listed = await allPages((page) => store.runs.list(experimentId, page), limit);
      expect(listed).toEqual(runs.toSorted(newestFirst));
    });

    it('are listed as they stand now', async () => {
      const { store } = records();
      const run = runSample();
      await store.runs.create(run);
      await store.runs.finish(run.id, ending);
      await expect(store.runs.list(run.experimentId, { limit: 1 })).resolves.toEqual({
        items: [{ ...run, ...ending }],
      });
    });

    it('are found by how their ids begin, in whatever experiment', async () => {
      const { store } = records();
      const prefix = newId().slice(0, 12);
      const runs = await Promise.all(
        [1, 2].map(async (index) => {
          const { id: experimentId } = await store.experiments.ensure(`e-${newId()}`, 1);
          return runSample({ id: `${prefix}${index}`.padEnd(32, '0'), experimentId });
        }),
      );
      await Promise.all([...runs, { ...runs[0]!, id: newId() }].map((run) => store.runs.create(run)));

      const found = await store.runs.idsBeginning(prefix);

      expect(found.toSorted()).toEqual(runs.map(({ id }) => id));
      expect(await store.runs.idsBeginning(`${prefix}2`)).toEqual([runs[1]!.id]);
      expect(await store.runs.idsBeginning(`${prefix}3`)).toEqual([]);
    });

    it('are an empty page of an experiment without any', async () => {
      await expect(records().store.runs.list(newId(), { limit: 5 })).resolves.toEqual({ items: [] });
    });

    it('refuse a cursor of another experiment, a foreign one and a limit out of range', async () => {
      const { store } = records();
      const experimentId = newId();
      await store.runs.create(runSample({ experimentId }));
      await store.runs.create(runSample({ experimentId }));
      const { next } = await store.runs.list(experimentId, { limit: 1 });
      await expect(refusals((page) => store.runs.list(newId(), page), next!)).resolves.toEqual(strict);
    });
  });
}

function newestFirst(left: RunRecord, right: RunRecord): number {
  return right.startedAtMs - left.startedAtMs || (left.id < right.id ? -1 : 1);
}
