import {
  DescribeStacksCommand,
  paginateDescribeStacks,
  type CloudFormationClient,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { badAnswer, throwAwsFault } from './aws-fault.ts';
import { pipelineStackName } from './names.ts';
import { notDeployed } from './not-deployed.ts';

/** A CloudFormation stack that is there. */
export interface DeployedStack {
  readonly name: string;
  /** Its ARN. */
  readonly id: string;
  /** As `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A deployed CloudFormation stack. Throws `stack.not-deployed`, `aws.*`. */
export async function readStack(client: CloudFormationClient, name: string): Promise<DeployedStack> {
  return { ...toDeployed(await describeStack(client, name)), name };
}

/** The deployed stack of a pipeline of a service. Throws `stack.not-deployed`, `aws.*`. */
export async function readPipelineStack(
  client: CloudFormationClient,
  pipeline: string,
  service: string,
): Promise<DeployedStack> {
  const stack = await readStack(client, pipelineStackName(pipeline, service));
  const found = outputOf(stack, 'Service');
  if (found === service) return stack;
  // The pipeline b-c of service a, and c of service a-b, have one name.
  throw notDeployed(`${stack.name}: a pipeline of the service ${found}, not of ${service}`);
}

/** Every CloudFormation stack of the account and region. Throws `aws.*`. */
export async function listStacks(client: CloudFormationClient): Promise<DeployedStack[]> {
  const pages = paginateDescribeStacks({ client }, {});
  try {
    return (await Array.fromAsync(pages)).flatMap(({ Stacks = [] }) => Stacks.map(toDeployed));
  } catch (error) {
    return throwAwsFault(error, 'DescribeStacks');
  }
}

function toDeployed({ StackName = '', StackId = '', StackStatus, Outputs = [] }: Stack): DeployedStack {
  const outputs = Outputs.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue] as const);
  return { name: StackName, id: StackId, status: StackStatus ?? '', outputs: Object.fromEntries(outputs) };
}

/** Whether its last deployment came to its end, so that all of its outputs are there. */
export function isDeployed({ status }: Pick<DeployedStack, 'status'>): boolean {
  return /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status);
}

/** An output of a deployed stack. Throws `stack.not-deployed`. */
export function outputOf({ name, status, outputs }: DeployedStack, key: string): string {
  const value = outputs[key];
  if (value === undefined) throw notDeployed(`${name}: ${status}, without output ${key}`);
  return value;
}

async function describeStack(client: CloudFormationClient, stackName: string): Promise<Stack> {
  const { Stacks: [stack] = [] } = await client
    .send(new DescribeStacksCommand({ StackName: stackName }))
    .catch((error: unknown) => throwStackFault(client, stackName, error));
  // CloudFormation answers the one that was asked for, or that there is none.
  if (stack === undefined) throw badAnswer('no stack, and no word that there is none', asked(stackName));
  return stack;
}

async function throwStackFault(client: CloudFormationClient, stackName: string, error: unknown): Promise<never> {
  const isMissing = error instanceof Error && error.name === 'ValidationError';
  if (isMissing) throw notDeployed(`${stackName} in ${await client.config.region()}: ${error.message}`, error);
  return throwAwsFault(error, asked(stackName));
}

function asked(stackName: string): string {
  return `DescribeStacks of ${stackName}`;
}
