import type { StepRecord } from '../step-record.ts';

/** Whether a standing record keeps another attempt from beginning: it is later, or its work is done. */
export function supersedes(standing: StepRecord, record: StepRecord): boolean {
  return standing.attempt > record.attempt || standing.status === 'completed' || standing.status === 'cached';
}
