import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishIfDead, finishRun } from '../../src/runs/finish.ts';
import { LEASE_MS } from '../../src/runs/lease.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';
import { completed, runSample, stepSample } from '../conformance/record-store/samples.ts';

const START_MS = 1_000_000;
const run = runSample({
  startedAtMs: START_MS,
  leaseUntilMs: START_MS + 500 + LEASE_MS,
  process: { host: 'h', pid: 7 },
});
const done = stepSample({ run: run.id, key: 'ingest', startedAtMs: START_MS });
const begun = stepSample({ run: run.id, key: 'train', startedAtMs: START_MS + 700 });
let records: RecordStore;
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  await records.runs.create(run);
  for (const step of [done, begun]) await records.steps.begin(step);
  await records.steps.commit(completed(done));
});
afterEach(() => records.close());
const surroundings = (alive: boolean) => ({ now: () => START_MS + 9_000, host: 'h', isAlive: () => alive });

describe('finishRun', () => {
  it('ends the steps that were left running, and the run', async () => {
    const ended = await finishRun(records, run.id, { status: 'stopped', endedAtMs: START_MS + 900 });

    expect(ended).toMatchObject({ status: 'stopped', endedAtMs: START_MS + 900 });
    expect(await records.steps.list(run.id)).toEqual([
      completed(done),
      {
        ...begun,
        status: 'failed',
        endedAtMs: START_MS + 900,
        error: expect.objectContaining({ code: 'step.abandoned' }),
      },
    ]);
  });

  it('leaves the first ending as it is', async () => {
    const first = await finishRun(records, run.id, { status: 'completed', endedAtMs: START_MS + 900 });

    expect(await finishRun(records, run.id, { status: 'failed', endedAtMs: START_MS + 950 })).toEqual(first);
  });

  it('gives a run that took too long the error that says its limit, and where it was', async () => {
    const limited = runSample({ timeoutMs: 250 });
    await records.runs.create(limited);
    await records.steps.begin(stepSample({ run: limited.id, key: 'train' }));

    const ended = await finishRun(records, limited.id, { status: 'timed-out', endedAtMs: START_MS });

    expect(ended.error).toMatchObject({ code: 'run.timed-out', seen: 'over 250 ms, in train' });
  });

  it('throws run.unknown for a run that is not there', async () => {
    const ending = finishRun(records, 'none', { status: 'failed', endedAtMs: 1 });

    await expect(ending).rejects.toMatchObject({ code: 'run.unknown' });
  });
});

describe('finishIfDead', () => {
  it('leaves a living run alone', async () => {
    expect(await finishIfDead(records, run, surroundings(true))).toBe(run);
  });

  it('ends a dead run as of when it was last heard of', async () => {
    const ended = await finishIfDead(records, run, surroundings(false));

    expect(ended).toMatchObject({ status: 'interrupted', error: { code: 'run.interrupted' } });
    expect(ended.endedAtMs).toBe(START_MS + 700);
    expect(await records.steps.get(run.id, 'train')).toMatchObject({
      status: 'failed',
      error: { code: 'step.abandoned' },
    });
  });

  it('writes down the metrics of a step that was committed just before its process died', async () => {
    await finishIfDead(records, run, surroundings(false));

    const { items } = await records.logs.history(run.id, 'loss', { limit: 50 });
    expect(items).toHaveLength(completed(done).log!.metrics.length);
  });

  it('answers how the run ended, if it ended by itself before it died', async () => {
    await finishRun(records, run.id, { status: 'completed', endedAtMs: START_MS + 800 });

    expect(await finishIfDead(records, run, surroundings(false))).toMatchObject({ status: 'completed' });
  });
});
