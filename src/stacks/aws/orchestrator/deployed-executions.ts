import { SFNClient } from '@aws-sdk/client-sfn';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { type Environment, variable } from '../environment.ts';
import { SMALL_REQUESTS } from '../patience.ts';
import { startExecution } from './start-execution.ts';
import { executionArn, stopExecution } from './stop-execution.ts';

/** Starts executions of the state machine that `SLUICE_STATE_MACHINE` names. Throws `deployed.variable-missing`. */
export function deployedExecutions(environment: Environment): (run: RunRecord) => Promise<void> {
  const stateMachine = variable(environment, 'SLUICE_STATE_MACHINE');
  const client = new SFNClient(SMALL_REQUESTS);
  return (run) => startExecution(client, stateMachine, run);
}

/** Stops executions of the state machine that `SLUICE_STATE_MACHINE` names. Throws `deployed.variable-missing`. */
export function deployedStop(environment: Environment): (run: RunRecord) => Promise<void> {
  const stateMachine = variable(environment, 'SLUICE_STATE_MACHINE');
  const client = new SFNClient(SMALL_REQUESTS);
  return ({ id }) => stopExecution(client, executionArn(stateMachine, id));
}
