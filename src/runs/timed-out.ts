import type { ErrorDocument } from '../errors/sluice-error.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import { ABANDONED } from './abandoned.ts';

const MAX_NAMED = 5;

/** What ended a run that took too long: its limit, and the steps that it was in. */
export function timedOut({ timeoutMs }: Pick<RunRecord, 'timeoutMs'>, steps: readonly StepRecord[]): ErrorDocument {
  const limit = timeoutMs === undefined ? 'its limit' : `${timeoutMs} ms`;
  const keys = steps.filter(wasUnderWay).map(({ key }) => key);
  const more = keys.length > MAX_NAMED ? `, and ${keys.length - MAX_NAMED} more` : '';
  const where = keys.length === 0 ? 'between two steps' : `in ${keys.slice(0, MAX_NAMED).join(', ')}${more}`;
  return {
    code: 'run.timed-out',
    message: 'the run took longer than its pipeline allows',
    seen: `over ${limit}, ${where}`,
    mend: "raise the pipeline's timeoutMs, or give its steps less to do; finished steps are reused",
  };
}

function wasUnderWay({ status, error }: StepRecord): boolean {
  return status === 'running' || error?.code === ABANDONED.code;
}
