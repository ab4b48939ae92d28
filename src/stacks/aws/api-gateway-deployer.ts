import { AwsClient } from 'aws4fetch';
import type { ModelDeployer } from '../stack.ts';
import { throwAwsFault } from './aws-fault.ts';

/** A little longer than API Gateway waits for the function behind it. */
const ANSWER_MS = 35_000;

/** What calling the deployed API needs of the world. */
export interface DeployedApi {
  /** With the stage, without a slash at the end. */
  readonly apiUrl: string;
  /** As that, of the API for bearers of tokens. */
  readonly tokenUrl?: string;
  readonly region: string;
  readonly credentials: () => Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>;
  readonly fetch: typeof fetch;
}

/**
 * Sends predictions through API Gateway, signed by AWS Signature Version 4. Throws `aws.no-credentials`,
 * `aws.unavailable`; what the gateway refuses is an answer.
 */
export function apiGatewayDeployer(api: DeployedApi): ModelDeployer {
  return {
    endpoint: { url: api.apiUrl, curlOptions: signedBy(api.region) },
    ...(api.tokenUrl === undefined ? {} : { tokenUrl: api.tokenUrl }),
    async invoke(model, body, contentType) {
      const url = `${api.apiUrl}/models/${encodeURIComponent(model)}/invocations`;
      try {
        const answer = await post(api, url, body, contentType);
        return { status: answer.status, body: await answer.text() };
      } catch (error) {
        return throwAwsFault(error, `POST ${url}`);
      }
    },
  };
}

async function post(api: DeployedApi, url: string, body: string, contentType: string): Promise<Response> {
  const signer = new AwsClient({ ...(await api.credentials()), service: 'execute-api', region: api.region });
  const request = await signer.sign(url, { method: 'POST', body, headers: { 'content-type': contentType } });
  return api.fetch(request, { signal: AbortSignal.timeout(ANSWER_MS) });
}

/** curl signs by itself, with the credentials that the shell holds; temporary ones have a token, too. */
function signedBy(region: string): string {
  const user = '"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"';
  // One word without quotes, which sh, bash and zsh take alike; without a token, none.
  const token = '${AWS_SESSION_TOKEN:+-Hx-amz-security-token:$AWS_SESSION_TOKEN}';
  return `--aws-sigv4 aws:amz:${region}:execute-api --user ${user} ${token}`;
}
