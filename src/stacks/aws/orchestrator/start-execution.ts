import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { RunRecord } from '../../../tracking/run-record.ts';

/** Starts the execution of a recorded run, under its id; safe to repeat. */
export async function startExecution(client: SFNClient, stateMachineArn: string, run: RunRecord): Promise<void> {
  try {
    await client.send(new StartExecutionCommand({ stateMachineArn, name: run.id, input: '{}' }));
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}
