import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { whoCalls } from '../../localstack/who-calls.ts';
import { throwAwsFault } from '../../src/stacks/aws/aws-fault.ts';

/** Who calls AWS, and where. */
export interface Caller {
  readonly account: string;
  readonly region: string;
}

/** Asks AWS who the shell is signed in as. Throws `aws.no-credentials`, `aws.no-region`. */
export async function findCaller(endpoint = process.env['AWS_ENDPOINT_URL']): Promise<Caller> {
  const { config } = new CloudFormationClient({});
  const [region, credentials] = await Promise.all([config.region(), config.credentials()]).catch((error: unknown) =>
    throwAwsFault(error, 'who calls'),
  );
  const place = { endpoint: endpoint ?? `https://sts.${region}.amazonaws.com`, region, credentials };
  const { account, answer } = await whoCalls(place);
  if (account === undefined) throw new Error(`STS did not say who calls: ${answer}`);
  return { account, region };
}
