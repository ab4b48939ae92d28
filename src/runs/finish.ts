import type { ErrorDocument } from '../errors/sluice-error.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { RunEnding, RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import { isDead, LEASE_MS, type Surroundings } from './lease.ts';

/** What a step is told to have died of when its run ended around it. */
export const ABANDONED: ErrorDocument = {
  code: 'step.abandoned',
  message: 'the run ended while this step was running',
  mend: 'run again: finished steps are reused',
};

const INTERRUPTED: ErrorDocument = {
  code: 'run.interrupted',
  message: 'the process of this run ended before the run did',
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

/** Ends a run in process whose process was killed, as of when it was last heard of. Answers the record as it now is. */
export async function finishIfDead(
  records: RecordStore,
  run: RunRecord,
  surroundings: Surroundings,
): Promise<RunRecord> {
  if (!isDead(run, surroundings)) return run;
  const endedAtMs = lastHeardOfMs(run, await records.steps.list(run.id));
  return finishRun(records, run.id, { status: 'interrupted', endedAtMs, error: INTERRUPTED });
}

function lastHeardOfMs({ startedAtMs, leaseUntilMs = 0 }: RunRecord, steps: readonly StepRecord[]): number {
  const times = steps.map((step) => step.endedAtMs ?? step.startedAtMs);
  return Math.max(startedAtMs, leaseUntilMs - LEASE_MS, ...times);
}
