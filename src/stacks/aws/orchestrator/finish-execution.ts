import { finishRun } from '../../../runs/finish.ts';
import type { RecordStore } from '../../../tracking/record-store.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { type EndedExecution, endingOf } from './ending.ts';

/** Ends the run of an execution that ended; safe to repeat. */
export async function finishExecution(records: RecordStore, execution: EndedExecution): Promise<RunRecord> {
  const steps = await records.steps.list(execution.name);
  return finishRun(records, execution.name, endingOf(execution, steps));
}
