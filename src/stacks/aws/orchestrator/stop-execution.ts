import { ExecutionDoesNotExist, type SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { throwAwsFault } from '../aws-fault.ts';

/** The ARN of a run's execution. */
export function executionArn(stateMachineArn: string, run: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${run}`;
}

/** Stops an execution and what it is at; one that is not there needs nothing. Safe to repeat. Throws `aws.*`. */
export async function stopExecution(client: SFNClient, arn: string): Promise<void> {
  try {
    await client.send(new StopExecutionCommand({ executionArn: arn, error: 'run.stopped' }));
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return;
    throwAwsFault(error, `StopExecution of ${arn}`);
  }
}
