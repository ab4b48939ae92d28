import { finishRun } from '../../../runs/finish.ts';
import type { RecordStore } from '../../../tracking/record-store.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { cutOff, stepsUnderWay } from './cut-off.ts';
import { type EndedExecution, endingOf } from './ending.ts';

/** Ends the run of an execution that ended; safe to repeat. */
export async function finishExecution(records: RecordStore, execution: EndedExecution): Promise<RunRecord> {
  const steps = await records.steps.list(execution.name);
  const ending = endingOf(execution, steps);
  const [step, ...others] = stepsUnderWay(steps);
  const error = execution.status === 'FAILED' ? cutOff(execution, steps) : undefined;
  // Of several that were under way nobody says which was cut off.
  if (step && others.length === 0 && error) {
    await records.steps.commit({ ...step, status: 'failed', endedAtMs: ending.endedAtMs, error });
  }
  return finishRun(records, execution.name, ending);
}
