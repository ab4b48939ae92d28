import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  type SFNClient,
  StartExecutionCommand,
  StateMachineDeleting,
  StateMachineDoesNotExist,
} from '@aws-sdk/client-sfn';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { faultKind } from '../fault-kind.ts';
import { notDeployed } from '../not-deployed.ts';
import { executionArn } from './stop-execution.ts';

/**
 * Starts the execution of a recorded run, under its id; safe to repeat. One whose start was never answered is looked for
 * before it counts as not started. Throws `stack.not-deployed`, `aws.*`.
 */
export async function startExecution(client: SFNClient, stateMachineArn: string, run: RunRecord): Promise<void> {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name: run.id, input: '{}' }));
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return;
    const isGone = error instanceof StateMachineDoesNotExist || error instanceof StateMachineDeleting;
    if (isGone) throw notDeployed(stateMachineArn, error);
    if (isPassing(error) && (await isThere(client, executionArn(stateMachineArn, run.id)))) return;
    throwAwsFault(error, `StartExecution of ${stateMachineArn}`);
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && faultKind(error) === 'passing';
}

/** Whether an execution is known to be there; of one that cannot be asked for, the fault of its start says enough. */
async function isThere(client: SFNClient, arn: string): Promise<boolean> {
  return client.send(new DescribeExecutionCommand({ executionArn: arn })).then(
    () => true,
    () => false,
  );
}
