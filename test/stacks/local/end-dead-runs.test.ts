import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { showIfDead } from '../../../src/runs/finish.ts';
import { endDeadRuns } from '../../../src/stacks/local/end-dead-runs.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runSample } from '../../conformance/record-store/samples.ts';

const lease = { experimentId: '1', leaseUntilMs: 2_000_000 };
const living = runSample({ ...lease, startedAtMs: 2, process: { host: 'here', pid: 1 } });
const dead = runSample({ ...lease, startedAtMs: 1, process: { host: 'here', pid: 2 } });
let stored: RecordStore;
let records: RecordStore;
beforeEach(async () => {
  stored = openSqliteRecords(':memory:');
  records = endDeadRuns(stored, { now: () => 1_000_000, host: 'here', isAlive: (pid) => pid === 1 });
  for (const run of [living, dead]) await stored.runs.create(run);
});
afterEach(() => stored.close());

describe('endDeadRuns', () => {
  it('ends a dead run when it is read, for good', async () => {
    expect(await records.runs.get(dead.id)).toMatchObject({
      status: 'interrupted',
      error: { code: 'run.interrupted' },
    });
    expect(await stored.runs.get(dead.id)).toMatchObject({ status: 'interrupted' });
  });

  it('ends the dead runs of a listing, in their places', async () => {
    const { items } = await records.runs.list('1', { limit: 10 });

    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [living.id, 'running'],
      [dead.id, 'interrupted'],
    ]);
  });

  it('only shows a dead run as ended where nothing can be written', async () => {
    const surroundings = { now: () => 1_000_000, host: 'here', isAlive: (pid: number) => pid === 1 };
    const shown = endDeadRuns(stored, surroundings, { settle: showIfDead });

    expect(await shown.runs.get(dead.id)).toMatchObject({
      status: 'interrupted',
      endedAtMs: expect.any(Number),
      error: { code: 'run.interrupted' },
    });
    expect(await shown.runs.get(living.id)).toEqual(living);
    expect(await stored.runs.get(dead.id)).toEqual(dead);
  });

  it('leaves living runs, and runs that are not there, alone', async () => {
    expect(await records.runs.get(living.id)).toEqual(living);
    expect(await records.runs.get('none')).toBeUndefined();
  });

  it.each([
    ['lets a run live that renews its lease when its machine has slept', 3_000_000, 'running'],
    ['ends a run that does not, its number being another process now', 2_000_000, 'interrupted'],
  ])('%s', async (_what, leaseUntilMs, status) => {
    const awake = { now: () => 2_500_000, host: 'here', isAlive: () => true };
    const late = endDeadRuns(stored, awake, { pause: () => stored.runs.renewLease(living.id, leaseUntilMs) });

    expect(await late.runs.get(living.id)).toMatchObject({ status });
    expect(await stored.runs.get(living.id)).toMatchObject({ status });
  });
});
