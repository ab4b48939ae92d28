import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SluiceError } from '../../errors/sluice-error.ts';
import { checkVersion } from './check-version.ts';
import type { AwsPlace } from './clients.ts';
import { type DeployedStack, readStack } from './deployment.ts';
import { SERVICE_STACK } from './names.ts';
import { SMALL_REQUESTS } from './patience.ts';

/** How commands find a deployed service again, whatever the environment says then. */
export interface FoundService {
  readonly region: string;
  /** Absent where it has the usual name. */
  readonly service?: string;
}

/**
 * Finds the service that a CloudFormation stack is, deployed by this version of Sluice. Throws `stack.not-deployed`,
 * `stack.not-a-service`, `stack.other-version`, `aws.*`.
 */
export async function readService(place: AwsPlace, name: string, version: string): Promise<FoundService> {
  const client = new CloudFormationClient({ ...place, ...SMALL_REQUESTS });
  try {
    return serviceOf(await readStack(client, name), version);
  } finally {
    client.destroy();
  }
}

const OUTPUTS = ['TableName', 'BucketName', 'ApiUrl'];

/** What there is to know of a stack that is a service. Throws `stack.not-a-service`, `stack.other-version`. */
export function serviceOf(stack: DeployedStack, version: string): FoundService {
  const { name, id } = stack;
  checkService(stack);
  checkVersion(stack, version);
  const region = id.split(':')[3]!; // of its ARN
  return { region, ...(name === SERVICE_STACK ? {} : { service: name }) };
}

/** Throws `stack.not-a-service` for the stack of another application, or of a pipeline. */
export function checkService(stack: DeployedStack): void {
  if (OUTPUTS.some((output) => stack.outputs[output] === undefined)) throw notAService(stack);
}

function notAService({ name, status, outputs }: DeployedStack): SluiceError {
  const isOfPipeline = outputs['StateMachineArn'] !== undefined && outputs['StartFunctionName'] !== undefined;
  return new SluiceError({
    code: 'stack.not-a-service',
    message: 'that CloudFormation stack is not the service of a Sluice deployment',
    seen: `${name}: ${status}, with the outputs ${Object.keys(outputs).join(', ') || 'none'}`,
    allowed: `a stack with the outputs ${OUTPUTS.join(', ')}`,
    mend: isOfPipeline
      ? 'that is the stack of one pipeline: name the one that all pipelines share, `sluice` unless your app names it'
      : 'name the stack that `npx cdk deploy` made for the service, `sluice` unless your app names it otherwise',
  });
}
