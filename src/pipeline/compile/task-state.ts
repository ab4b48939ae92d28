import type { Concurrency } from '../concurrency.ts';
import type { StepNode } from '../graph.ts';
import type { Policy } from '../policy.ts';
import { retriers } from './retry.ts';
import type { Resources, State } from './state-machine.ts';
import { crossesStates, valueKey } from './value-paths.ts';

/** Time beyond a step's own for its function to record that it ran out, and beyond the function's for it to load. */
const GRACE_MS = 5_000;

/** Lambda's limit. */
const MAX_FUNCTION_MS = 900_000;

/** How long the function of these steps may take. */
export function functionTimeoutMs(policies: readonly Pick<Policy, 'timeoutMs'>[]): number {
  const longestMs = Math.max(...policies.map(({ timeoutMs }) => timeoutMs));
  return Math.min(longestMs + GRACE_MS, MAX_FUNCTION_MS);
}

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
    TimeoutSeconds: Math.ceil((functionTimeoutMs([node.policy]) + GRACE_MS) / 1_000),
    Retry: retriers(node.policy),
  };
}

/** Where a task's result goes when it stands alone in the chain; null keeps the state as it was. */
export function resultPath(node: StepNode): string | null {
  return crossesStates(node.outputs) ? `$.values.${valueKey(node.id)}` : null;
}

/** Name of the first state. */
export const BEGIN = 'begin';

/** Whether the run has to wait, and how long until it is asked again. */
const TURN = { 'queued.$': '$.Payload.queued', 'waitSeconds.$': '$.Payload.waitSeconds' };

/** The first state: upserts the run record and brings in the parameters, wherever the execution was started from. */
export function beginState(resources: Resources, concurrency: Concurrency): State {
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
    ResultSelector: {
      'run.$': '$.Payload.run',
      index: '',
      values: { params: { 'scalars.$': '$.Payload.scalars' } },
      ...(concurrency === 'queue' ? TURN : {}),
    },
    TimeoutSeconds: 300,
    Retry: retriers({ timeoutMs: 300_000, memoryMb: 0, retries: 3, backoffMs: 1_000, cache: false }),
  };
}
