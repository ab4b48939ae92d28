import type { ErrorDocument } from '../errors/sluice-error.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { RunEnding, RunRecord } from '../tracking/run-record.ts';

const ABANDONED: ErrorDocument = {
  code: 'step.abandoned',
  message: 'the run ended while this step was running',
  mend: 'run again: finished steps are reused',
};

/** The one door out: ends the steps that were left running, then the run. The first ending wins; safe to repeat. */
export async function finishRun(records: RecordStore, run: string, ending: RunEnding): Promise<RunRecord> {
  const steps = await records.steps.list(run);
  for (const step of steps.filter(({ status }) => status === 'running')) {
    await records.steps.commit({ ...step, status: 'failed', endedAtMs: ending.endedAtMs, error: ABANDONED });
  }
  return records.runs.finish(run, ending);
}

/** Ends runs in process whose lease ran out: their process was killed. Answers the record as it now is. */
export async function finishIfDead(records: RecordStore, run: RunRecord, nowMs: number): Promise<RunRecord> {
  const alive = run.status !== 'running' || run.leaseUntilMs === undefined || run.leaseUntilMs > nowMs;
  if (alive) return run;
  return finishRun(records, run.id, {
    status: 'interrupted',
    endedAtMs: run.leaseUntilMs,
    error: {
      code: 'run.interrupted',
      message: 'the process of this run ended before the run did',
      mend: 'run again: finished steps are reused',
    },
  });
}
