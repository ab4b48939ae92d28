import { DescribeStacksCommand, type CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SluiceError } from '../../errors/sluice-error.ts';

/**
 * The outputs of a deployed CloudFormation stack by their keys.
 * Throws `stack.not-deployed`, and what the SDK throws for credentials and network.
 */
export async function readOutputs(client: CloudFormationClient, stackName: string): Promise<(key: string) => string> {
  const outputs = await describe(client, stackName);
  return (key) => outputs[key] ?? notDeployed(stackName, `without output ${key}`);
}

async function describe(client: CloudFormationClient, stackName: string): Promise<Record<string, string>> {
  try {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    return Object.fromEntries((Stacks[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') return notDeployed(stackName, error.message);
    throw error;
  }
}

function notDeployed(stackName: string, seen: string): never {
  throw new SluiceError({
    code: 'stack.not-deployed',
    message: 'the system is not deployed there, or by another version',
    seen: `${stackName}: ${seen}`,
    mend: 'deploy it: npx cdk deploy --all, or npm run localstack',
  });
}
