import type { StepNode } from '../graph.ts';
import { retriers } from './retry.ts';
import type { Resources, State } from './state-machine.ts';
import { crossesStates, valueKey } from './value-paths.ts';

/** Time beyond a step's own for its function to record that it ran out. */
const GRACE_SECONDS = 5;

/** The state that runs a step. Its payload names the work; data and references stay in artifacts and records. */
export function taskState(node: StepNode, resources: Resources): State {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: {
      FunctionName: resources.functions[node.step],
      Payload: { 'run.$': '$.run', step: node.id, 'attempt.$': '$$.State.RetryCount', 'index.$': '$.index' },
    },
    ResultSelector: { 'scalars.$': '$.Payload.scalars' },
    TimeoutSeconds: Math.ceil(node.policy.timeoutMs / 1_000) + GRACE_SECONDS,
    Retry: retriers(node.policy),
  };
}

/** Where a task's result goes when it stands alone in the chain; null keeps the state as it was. */
export function resultPath(node: StepNode): string | null {
  return crossesStates(node.outputs) ? `$.values.${valueKey(node.id)}` : null;
}

/** The first state: upserts the run record and brings in the parameters, wherever the execution was started from. */
export function beginState(resources: Resources): State {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: {
      FunctionName: resources.begin,
      Payload: {
        'run.$': '$$.Execution.Name',
        'input.$': '$$.Execution.Input',
        'startedAt.$': '$$.Execution.StartTime',
      },
    },
    ResultSelector: { 'run.$': '$.Payload.run', index: '', values: { params: { 'scalars.$': '$.Payload.scalars' } } },
    TimeoutSeconds: 300,
    Retry: retriers({ timeoutMs: 300_000, memoryMb: 0, retries: 3, backoffMs: 1_000, cache: false }),
  };
}
