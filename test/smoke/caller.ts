import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { AwsClient } from 'aws4fetch';
import { throwAwsFault } from '../../src/stacks/aws/aws-fault.ts';

/** Who calls AWS, and where. */
export interface Caller {
  readonly account: string;
  readonly region: string;
}

const ANSWER_MS = 30_000;

/** Asks AWS who the shell is signed in as. Throws `aws.no-credentials`, `aws.no-region`. */
export async function findCaller(endpoint = process.env['AWS_ENDPOINT_URL']): Promise<Caller> {
  const { config } = new CloudFormationClient({});
  const [region, credentials] = await Promise.all([config.region(), config.credentials()]).catch((error: unknown) =>
    throwAwsFault(error, 'who calls'),
  );
  const response = await new AwsClient({ ...credentials, region, service: 'sts' }).fetch(
    endpoint ?? `https://sts.${region}.amazonaws.com`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
      signal: AbortSignal.timeout(ANSWER_MS),
    },
  );
  const answer = await response.text();
  const account = /<Account>(\d+)<\/Account>/.exec(answer)?.[1];
  if (account === undefined) throw new Error(`STS did not say who calls: ${response.status} ${answer}`);
  return { account, region };
}
