import { SluiceError } from '../../../errors/sluice-error.ts';
import { recordRun } from '../../../runs/record-run.ts';
import { readRunInput, type RunInput } from '../../../runs/run-input.ts';
import type { RecordStore } from '../../../tracking/record-store.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { pipelineOfMachine } from '../names.ts';
import type { ExecutionEvent } from './execution-event.ts';

/** The deployment whose executions are ended. */
export interface FinishingPlace {
  /** Sluice's name of the stack, as run records have it. */
  readonly stack: string;
  /** Name of the CloudFormation stack of the service. */
  readonly service: string;
}

/** Records the run of an execution that ended before its first state could: refused input, an abort, a crash. */
export async function recordUnbegun(
  { records, stack, service }: { readonly records: RecordStore } & FinishingPlace,
  { name, stateMachineArn, startDate, input }: ExecutionEvent,
): Promise<RunRecord> {
  const manifest = { pipeline: pipelineOfMachine(stateMachineArn, service), nodes: [] };
  const { parameters, useCache, trigger = { kind: 'console' } } = readable(input ?? '{}');
  return recordRun({ manifest, stack, records, now: () => startDate }, { run: name, useCache, trigger }, parameters);
}

/** What of an input can be read; its fault is told by the execution's own error. */
function readable(input: string): RunInput {
  try {
    return readRunInput(JSON.parse(input));
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    return { parameters: {}, useCache: true };
  }
}
