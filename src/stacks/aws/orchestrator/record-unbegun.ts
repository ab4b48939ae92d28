import { SluiceError } from '../../../errors/sluice-error.ts';
import { recordRun } from '../../../runs/record-run.ts';
import { readRunInput, type RunInput } from '../../../runs/run-input.ts';
import type { RecordStore } from '../../../tracking/record-store.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { pipelineOfMachine } from '../names.ts';
import type { ExecutionEvent } from './execution-event.ts';

/** Records the run of an execution that ended before its first state could: refused input, an abort, a crash. */
export async function recordUnbegun(
  { records, stack }: { readonly records: RecordStore; readonly stack: string },
  { name, stateMachineArn, startDate, input }: ExecutionEvent,
): Promise<RunRecord> {
  const manifest = { pipeline: pipelineOfMachine(stateMachineArn), nodes: [] };
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
