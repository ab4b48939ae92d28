import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { Finding } from '../../finding.ts';
import { readStack } from '../deployment.ts';

/** Name that the CDK gives it unless told otherwise. */
const TOOLKIT = 'CDKToolkit';

/** What the CDK's newest templates ask for (its guide: bootstrap template versions). */
const NEEDED_VERSION = 6;

/** Whether the CDK can deploy to the account and region. Throws `aws.*`. */
export async function examineBootstrap(client: CloudFormationClient): Promise<Finding> {
  const version = await bootstrapVersion(client);
  if (version !== undefined && version >= NEEDED_VERSION) {
    return { part: 'bootstrap', state: 'good', says: `version ${version}` };
  }
  const region = await client.config.region();
  const says =
    version === undefined
      ? `the CDK was not bootstrapped in ${region}, or under another name than ${TOOLKIT}`
      : `the CDK was bootstrapped in ${region} with version ${version}, ${NEEDED_VERSION} is needed`;
  const mend = 'before the next deployment: npx cdk bootstrap';
  return { part: 'bootstrap', state: 'warning', says, mend };
}

async function bootstrapVersion(client: CloudFormationClient): Promise<number | undefined> {
  try {
    return Number((await readStack(client, TOOLKIT)).outputs['BootstrapVersion'] ?? 0);
  } catch (error) {
    if (SluiceError.is(error) && error.code === 'stack.not-deployed') return undefined;
    throw error;
  }
}
