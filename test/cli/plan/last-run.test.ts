import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLastRun } from '../../../src/cli/plan/last-run.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runOf, stepOf } from '../records.ts';

let records: RecordStore;
beforeEach(() => {
  records = openSqliteRecords(':memory:');
});
afterEach(() => records.close());

const runIds = { first: '1'.repeat(32), second: '2'.repeat(32), failed: '3'.repeat(32) };

async function fill(): Promise<void> {
  const { id: experimentId } = await records.experiments.ensure('orders', 1);
  await records.runs.create(runOf({ experimentId, id: runIds.first, startedAtMs: 1_000 }));
  await records.runs.create(runOf({ experimentId, id: runIds.second, startedAtMs: 2_000 }));
  await records.runs.create(runOf({ experimentId, id: runIds.failed, startedAtMs: 3_000, status: 'failed' }));
  await put(stepOf({ run: runIds.first }));
  await put(stepOf({ run: runIds.second, status: 'cached', cachedFrom: runIds.first, endedAtMs: 1_001 }));
  await put(stepOf({ run: runIds.second, key: 'train', node: 'train', status: 'cached', cachedFrom: '4'.repeat(32) }));
}

async function put(step: ReturnType<typeof stepOf>): Promise<void> {
  const { endedAtMs: _endedAtMs, ...begun } = step;
  await records.steps.begin({ ...begun, status: 'running' });
  await records.steps.commit(step);
}

describe('readLastRun', () => {
  it('is the newest that completed, with its steps as they were when they last ran', async () => {
    await fill();

    const last = await readLastRun(records, 'orders');

    expect(last!.run.id).toBe(runIds.second);
    expect(last!.ran).toEqual([stepOf({ run: runIds.first })]);
  });

  it('is none of a pipeline that never ran', async () => {
    await fill();
    expect(await readLastRun(records, 'other')).toBeUndefined();
  });
});
