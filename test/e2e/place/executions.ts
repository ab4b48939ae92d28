import { randomUUID } from 'node:crypto';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { paginateGetExecutionHistory, SFNClient } from '@aws-sdk/client-sfn';
import type { EmulatedPlace } from '../../../localstack/cdk.ts';
import { type DeployedStack, outputOf, readStack } from '../../../src/stacks/aws/deployment.ts';
import { pipelineStackName } from '../../../src/stacks/aws/names.ts';
import { executionArn } from '../../../src/stacks/aws/orchestrator/stop-execution.ts';

/** Calls the function that rules call; answers the run's id. */
export async function startByEvent(
  place: EmulatedPlace,
  pipeline: string,
  parameters: Readonly<Record<string, string | number>>,
): Promise<string> {
  const FunctionName = outputOf(await pipelineStack(place, pipeline), 'StartFunctionName');
  const lambda = new LambdaClient(place);
  const Payload = JSON.stringify({ parameters, event: randomUUID() });
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
  lambda.destroy();
  return (JSON.parse(answer.Payload!.transformToString()) as { id: string }).id;
}

/** How many states a run's execution entered. */
export async function countStates(place: EmulatedPlace, pipeline: string, run: string): Promise<number> {
  const machine = outputOf(await pipelineStack(place, pipeline), 'StateMachineArn');
  const client = new SFNClient(place);
  let states = 0;
  for await (const { events = [] } of paginateGetExecutionHistory(
    { client },
    { executionArn: executionArn(machine, run) },
  )) {
    states += events.filter(({ type }) => type?.endsWith('StateEntered')).length;
  }
  client.destroy();
  return states;
}

async function pipelineStack(place: EmulatedPlace, pipeline: string): Promise<DeployedStack> {
  const client = new CloudFormationClient(place);
  return readStack(client, pipelineStackName(pipeline)).finally(() => client.destroy());
}
