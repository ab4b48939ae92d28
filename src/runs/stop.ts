import { SluiceError, type ErrorDocument } from '../errors/sluice-error.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import { isUnderWay } from '../tracking/rules/under-way.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import { finishRun } from './finish.ts';

/** What a run is told to have ended of when somebody stopped it. */
export const STOPPED: ErrorDocument = {
  code: 'run.stopped',
  message: 'the run was stopped before its end',
  mend: '`sluice run --resume RUN` goes on with it: finished steps are reused',
};

/** Ends a run on somebody's word; its process sees that in the records. The first ending wins, and is answered. */
export async function stopRun(records: RecordStore, run: string, endedAtMs: number): Promise<RunRecord> {
  return finishRun(records, run, { status: 'stopped', endedAtMs, error: STOPPED });
}

/** Throws `run.already-ended` for a run that nobody can stop any more. */
export function checkStoppable({ id, status }: RunRecord): void {
  if (isUnderWay({ status })) return;
  throw new SluiceError({
    code: 'run.already-ended',
    message: 'the run has ended, so that nothing of it can be stopped',
    seen: `${id}: ${status}`,
    allowed: 'runs under way',
    mend: '`sluice runs` lists what is under way',
  });
}
