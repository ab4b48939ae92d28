import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStoppable, stopRun } from '../../src/runs/stop.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';
import type { RunStatus } from '../../src/tracking/run-record.ts';
import { runSample, stepSample } from '../conformance/record-store/samples.ts';

const run = runSample();
let records: RecordStore;
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  await records.runs.create(run);
  await records.steps.begin(stepSample({ run: run.id }));
});
afterEach(() => records.close());

describe('stopRun', () => {
  it('ends the run and the step that it was in', async () => {
    expect(await stopRun(records, run.id, 9)).toMatchObject({
      status: 'stopped',
      endedAtMs: 9,
      error: { code: 'run.stopped' },
    });
    expect(await records.steps.list(run.id)).toMatchObject([{ status: 'failed', error: { code: 'step.abandoned' } }]);
  });

  it('answers the end that a run came to first', async () => {
    await records.runs.finish(run.id, { status: 'completed', endedAtMs: 7 });

    expect(await stopRun(records, run.id, 9)).toMatchObject({ status: 'completed', endedAtMs: 7 });
  });
});

describe('checkStoppable', () => {
  it('lets a run be stopped that is under way', () => {
    expect(() => checkStoppable(run)).not.toThrow();
  });

  it.each<RunStatus>(['completed', 'failed', 'stopped', 'timed-out', 'interrupted'])(
    'throws run.already-ended for one that is %s',
    (status) => {
      expect(() => checkStoppable({ ...run, status })).toThrow(
        expect.objectContaining({
          code: 'run.already-ended',
          facts: expect.objectContaining({ seen: `${run.id}: ${status}` }),
        }),
      );
    },
  );
});
