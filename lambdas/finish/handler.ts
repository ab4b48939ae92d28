import { finishRun } from '../../src/runs/finish.ts';
import { openDeployedStores } from '../../src/stacks/aws/deployed-stores.ts';
import { type EndedExecution, endingOf } from '../../src/stacks/aws/orchestrator/ending.ts';

const { records } = openDeployedStores(process.env);

/** Records how an execution ended, whatever ended it. */
export async function handler({ detail }: { readonly detail: EndedExecution }): Promise<void> {
  // An execution that was refused by its first state has no run to end.
  if (await records.runs.get(detail.name)) await finishRun(records, detail.name, endingOf(detail));
}
