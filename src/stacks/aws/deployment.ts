import { DescribeStacksCommand, type CloudFormationClient, type Stack } from '@aws-sdk/client-cloudformation';
import { throwAwsFault } from './aws-fault.ts';
import { notDeployed } from './not-deployed.ts';

/** The outputs of a deployed CloudFormation stack by their keys. Throws `stack.not-deployed`, `aws.*`. */
export async function readOutputs(client: CloudFormationClient, stackName: string): Promise<(key: string) => string> {
  const { Outputs = [], StackStatus } = await describeStack(client, stackName);
  return (key) => {
    const value = Outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue;
    if (value === undefined) throw notDeployed(`${stackName}: ${StackStatus}, without output ${key}`);
    return value;
  };
}

async function describeStack(client: CloudFormationClient, stackName: string): Promise<Stack> {
  const { Stacks = [] } = await client
    .send(new DescribeStacksCommand({ StackName: stackName }))
    .catch((error: unknown) => throwStackFault(client, stackName, error));
  // The service answers the one that was asked for, or that there is none.
  return Stacks[0]!;
}

async function throwStackFault(client: CloudFormationClient, stackName: string, error: unknown): Promise<never> {
  const isMissing = error instanceof Error && error.name === 'ValidationError';
  if (isMissing) throw notDeployed(`${stackName} in ${await client.config.region()}: ${error.message}`, error);
  return throwAwsFault(error, `DescribeStacks of ${stackName}`);
}
