import { openDeployedRecords } from '../../src/stacks/aws/deployed-stores.ts';
import { variable } from '../../src/stacks/aws/environment.ts';
import { finishExecution } from '../../src/stacks/aws/orchestrator/finish-execution.ts';
import { type ExecutionEvent, recordUnbegun } from '../../src/stacks/aws/orchestrator/record-unbegun.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';

/** Records how executions ended, whatever ended them; also of one that ended before it began. */
export function finishHandler(
  records: RecordStore = openDeployedRecords(process.env),
  stack: string = variable(process.env, 'SLUICE_STACK'),
): (event: { readonly detail: ExecutionEvent }) => Promise<void> {
  return async ({ detail }) => {
    if (!(await records.runs.get(detail.name))) await recordUnbegun({ records, stack }, detail);
    await finishExecution(records, detail);
  };
}
