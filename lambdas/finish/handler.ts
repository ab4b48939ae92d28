import { openDeployedRecords } from '../../src/stacks/aws/deployed-stores.ts';
import { type Environment, variable } from '../../src/stacks/aws/environment.ts';
import { type ArrivedEvent, readExecutionEvent } from '../../src/stacks/aws/orchestrator/execution-event.ts';
import { finishExecution } from '../../src/stacks/aws/orchestrator/finish-execution.ts';
import { type FinishingPlace, recordUnbegun } from '../../src/stacks/aws/orchestrator/record-unbegun.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';

/** Records how executions ended, whatever ended them; also of one that ended before it began. */
export function finishHandler(
  records: RecordStore = openDeployedRecords(process.env),
  place: FinishingPlace = placeOf(process.env),
): (event: { readonly detail: ArrivedEvent }) => Promise<void> {
  return async ({ detail }) => {
    const event = readExecutionEvent(detail);
    if (!(await records.runs.get(event.name))) await recordUnbegun({ records, ...place }, event);
    await finishExecution(records, event);
  };
}

function placeOf(environment: Environment): FinishingPlace {
  return { stack: variable(environment, 'SLUICE_STACK'), service: variable(environment, 'SLUICE_SERVICE') };
}
