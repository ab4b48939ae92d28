import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishExecution } from '../../../../src/stacks/aws/orchestrator/finish-execution.ts';
import { openSqliteRecords } from '../../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../../src/tracking/record-store.ts';
import { runSample, stepSample } from '../../../conformance/record-store/samples.ts';

const run = runSample();

let records: RecordStore;
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  await records.runs.create(run);
  await records.steps.begin(stepSample({ run: run.id }));
});
afterEach(() => records.close());

const finish = (status: 'SUCCEEDED' | 'FAILED' | 'ABORTED', stopDate = 9) =>
  finishExecution(records, { name: run.id, status, stopDate });

describe('finishExecution', () => {
  it('ends the run, and the step that was left running', async () => {
    expect(await finish('ABORTED')).toMatchObject({ status: 'stopped', endedAtMs: 9 });
    expect(await records.steps.list(run.id)).toMatchObject([
      { status: 'failed', endedAtMs: 9, error: { code: 'step.abandoned' } },
    ]);
  });

  it('gives a failed run the error of the step that failed first', async () => {
    const error = { code: 'data.no-rows', message: 'empty', mend: 'give rows' } as const;
    await records.steps.commit({ ...stepSample({ run: run.id }), status: 'failed', endedAtMs: 5, error });
    expect(await finish('FAILED')).toMatchObject({ status: 'failed', error });
  });

  it('gives a step that was cut off the error that says so, as its run', async () => {
    const cause = JSON.stringify({ errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited: signal: killed' });
    const execution = { name: run.id, status: 'FAILED', stopDate: 9, error: 'Runtime.ExitError', cause } as const;

    const ended = await finishExecution(records, execution);

    expect(ended.error).toMatchObject({ code: 'step.out-of-memory', seen: expect.stringContaining('killed') });
    expect(await records.steps.list(run.id)).toMatchObject([{ status: 'failed', endedAtMs: 9, error: ended.error }]);
  });

  it('gives none of several steps the blame', async () => {
    await records.steps.begin(stepSample({ run: run.id, key: 'beside' }));

    await finishExecution(records, { name: run.id, status: 'FAILED', stopDate: 9, error: 'Sandbox.Timedout' });

    const steps = await records.steps.list(run.id);
    expect(steps.map(({ error }) => error?.code)).toEqual(['step.abandoned', 'step.abandoned']);
  });

  it('is safe to repeat: the first ending stays', async () => {
    await finish('SUCCEEDED', 7);
    expect(await finish('ABORTED', 9)).toMatchObject({ status: 'completed', endedAtMs: 7 });
  });

  it('knows no run of another name', async () => {
    await expect(
      finishExecution(records, { name: 'f'.repeat(32), status: 'SUCCEEDED', stopDate: 9 }),
    ).rejects.toMatchObject({ code: 'run.unknown' });
  });
});
