import { AwsClient } from 'aws4fetch';

interface CallerPlace {
  /** Where STS answers. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}

/** What STS says of who calls. */
interface WhoCalls {
  /** Undefined when it does not say. */
  readonly account: string | undefined;
  /** Its words, with the status. */
  readonly answer: string;
}

const ANSWER_MS = 30_000;

/** Asks STS in which account these credentials are. Rejects as `fetch`. */
export async function whoCalls({ endpoint, region, credentials }: CallerPlace): Promise<WhoCalls> {
  const response = await new AwsClient({ ...credentials, region, service: 'sts' }).fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'Action=GetCallerIdentity&Version=2011-06-15',
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const text = await response.text();
  return { account: /<Account>(\d+)<\/Account>/.exec(text)?.[1], answer: `${response.status} ${text}` };
}
