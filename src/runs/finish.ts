import type { ErrorDocument } from '../errors/sluice-error.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { RunEnding, RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import { ABANDONED } from './abandoned.ts';
import { isDead, LEASE_MS, type Surroundings } from './lease.ts';
import { timedOut } from './timed-out.ts';
import { writeLog } from './write-log.ts';

const INTERRUPTED: ErrorDocument = {
  code: 'run.interrupted',
  message: 'the process of this run ended before the run did',
  mend: 'run again: finished steps are reused',
};

/**
 * The one door out: ends the steps that were left running, then the run. The first ending wins; safe to repeat.
 * A run that took too long gets the error that says so. Throws `run.unknown`.
 */
export async function finishRun(records: RecordStore, run: string, ending: RunEnding): Promise<RunRecord> {
  const steps = await records.steps.list(run);
  for (const step of steps.filter(({ status }) => status === 'running')) {
    await records.steps.commit({ ...step, status: 'failed', endedAtMs: ending.endedAtMs, error: ABANDONED });
  }
  if (ending.status !== 'timed-out') return records.runs.finish(run, ending);
  const error = timedOut((await records.runs.get(run)) ?? {}, steps);
  return records.runs.finish(run, { ...ending, error });
}

/** Ends a run in process whose process was killed, as of when it was last heard of. Answers the record as it now is. */
export async function finishIfDead(
  records: RecordStore,
  run: RunRecord,
  surroundings: Surroundings,
): Promise<RunRecord> {
  if (!isDead(run, surroundings)) return run;
  const steps = await records.steps.list(run.id);
  for (const step of steps) await writeLog(records, step); // it may have been killed just before
  return finishRun(records, run.id, endingOfDead(run, steps));
}

/** As `finishIfDead`, of records that cannot be written: answers the record as it would be. */
export async function showIfDead(records: RecordStore, run: RunRecord, surroundings: Surroundings): Promise<RunRecord> {
  if (!isDead(run, surroundings)) return run;
  return { ...run, ...endingOfDead(run, await records.steps.list(run.id)) };
}

function endingOfDead(run: RunRecord, steps: readonly StepRecord[]): RunEnding {
  return { status: 'interrupted', endedAtMs: lastHeardOfMs(run, steps), error: INTERRUPTED };
}

function lastHeardOfMs({ startedAtMs, leaseUntilMs = 0 }: RunRecord, steps: readonly StepRecord[]): number {
  const times = steps.map((step) => step.endedAtMs ?? step.startedAtMs);
  return Math.max(startedAtMs, leaseUntilMs - LEASE_MS, ...times);
}
