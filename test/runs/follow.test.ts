import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishRun } from '../../src/runs/finish.ts';
import { followRun } from '../../src/runs/follow.ts';
import type { RunObserver } from '../../src/runs/run-observer.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';
import { completed, runSample, stepSample } from '../conformance/record-store/samples.ts';

const run = runSample();
const step = stepSample({ run: run.id });
let records: RecordStore;
let told: string[];
const observer: RunObserver = {
  runStarted: () => void told.push('run started'),
  stepStarted: ({ key, attempt }) => void told.push(`${key} ${attempt} started`),
  stepProgressed: () => undefined,
  stepPrinted: () => undefined,
  stepEnded: ({ key, attempt, status }) => void told.push(`${key} ${attempt} ${status}`),
  runEnded: ({ status }) => void told.push(`run ${status}`),
};
beforeEach(async () => {
  told = [];
  records = openSqliteRecords(':memory:');
  await records.runs.create(run);
});
afterEach(() => records.close());

/** Follows a run to which these things happen, one between two looks. */
function follow(happenings: readonly (() => Promise<unknown>)[]) {
  const next = happenings[Symbol.iterator]();
  const sleep = async () => void (await next.next().value?.());
  return followRun({ records, sleep, settle: async (current) => current }, run, observer);
}
const end = () => finishRun(records, run.id, { status: 'completed', endedAtMs: 9 });

describe('followRun', () => {
  it('tells of each attempt once, as it begins and as it ends', async () => {
    const second = { ...step, attempt: 1 };
    const ended = await follow([
      () => records.steps.begin(step),
      async () => {},
      () => records.steps.commit({ ...step, status: 'failed', endedAtMs: 5 }),
      () => records.steps.begin(second),
      () => records.steps.commit(completed(second)),
      end,
    ]);

    expect(ended.status).toBe('completed');
    expect(told).toEqual([
      'run started',
      'train 0 started',
      'train 0 failed',
      'train 1 started',
      'train 1 completed',
      'run completed',
    ]);
  });

  it('tells of what began and ended between two looks, and of the last steps before the end', async () => {
    await follow([
      async () => {
        await records.steps.begin(step);
        await records.steps.commit(completed(step));
        await end();
      },
    ]);

    expect(told).toEqual(['run started', 'train 0 started', 'train 0 completed', 'run completed']);
  });

  it('tells in the order in which steps ended, whatever they are called', async () => {
    const { startedAtMs } = step;
    const judge = stepSample({ ...step, key: 'judge', node: 'judge', startedAtMs: startedAtMs + 5 });
    await follow([
      async () => {
        for (const [begun, tookMs] of [[step, 1] as const, [judge, 9] as const]) {
          await records.steps.begin(begun);
          await records.steps.commit({ ...completed(begun), endedAtMs: begun.startedAtMs + tookMs });
        }
        await end();
      },
    ]);

    expect(told.filter((line) => line.endsWith('completed'))).toEqual([
      'train 0 completed',
      'judge 0 completed',
      'run completed',
    ]);
  });

  it('lets the ending of the run be settled at each look', async () => {
    const settle = () => finishRun(records, run.id, { status: 'failed', endedAtMs: 9 });
    const ended = await followRun({ records, sleep: async () => {}, settle }, run, observer);

    expect(ended.status).toBe('failed');
  });

  it('leaves a run that goes on when it is told to', async () => {
    const left = new AbortController();
    const sleep = async () => left.abort();

    const underWay = await followRun(
      { records, sleep, settle: async (current) => current, left: left.signal },
      run,
      observer,
    );

    expect(underWay).toMatchObject({ status: 'running' });
    expect(told).toEqual(['run started', 'run running']);
  });

  it('throws run.unknown when the record of the run is gone', async () => {
    const gone = followRun(
      { records, sleep: async () => {}, settle: async (current) => current },
      runSample(),
      observer,
    );

    await expect(gone).rejects.toMatchObject({ code: 'run.unknown' });
  });
});
