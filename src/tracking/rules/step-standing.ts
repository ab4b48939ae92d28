import { isDeepStrictEqual } from 'node:util';
import type { StepRecord } from '../step-record.ts';

/** Whether a standing record keeps another attempt from beginning: it is later, or its work is done. */
export function supersedes(standing: StepRecord, record: StepRecord): boolean {
  return standing.attempt > record.attempt || standing.status === 'completed' || standing.status === 'cached';
}

/** Whether a record stands already, so that committing it once more succeeds as the first time did. */
export function isCommitted(standing: StepRecord | undefined, record: StepRecord): boolean {
  return isDeepStrictEqual(standing, record);
}
