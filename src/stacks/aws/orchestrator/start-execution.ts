import {
  ExecutionAlreadyExists,
  type SFNClient,
  StartExecutionCommand,
  StateMachineDeleting,
  StateMachineDoesNotExist,
} from '@aws-sdk/client-sfn';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { notDeployed } from '../not-deployed.ts';

/** Starts the execution of a recorded run, under its id; safe to repeat. Throws `stack.not-deployed`, `aws.*`. */
export async function startExecution(client: SFNClient, stateMachineArn: string, run: RunRecord): Promise<void> {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name: run.id, input: '{}' }));
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return;
    const isGone = error instanceof StateMachineDoesNotExist || error instanceof StateMachineDeleting;
    if (isGone) throw notDeployed(stateMachineArn, error);
    throwAwsFault(error, `StartExecution of ${stateMachineArn}`);
  }
}
