import { AwsClient } from 'aws4fetch';
import type { ModelDeployer } from '../stack.ts';

/** What calling the deployed API needs of the world. */
export interface DeployedApi {
  /** With the stage, without a slash at the end. */
  readonly apiUrl: string;
  readonly region: string;
  readonly credentials: () => Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>;
  readonly fetch: typeof fetch;
}

/** Sends predictions through API Gateway, signed by AWS Signature Version 4. */
export function apiGatewayDeployer(api: DeployedApi): ModelDeployer {
  const urlOf = (model: string) => `${api.apiUrl}/models/${encodeURIComponent(model)}/invocations`;
  return {
    endpoint: { url: api.apiUrl, curlOptions: signedBy(api.region) },
    async invoke(model, body, contentType) {
      const signer = new AwsClient({ ...(await api.credentials()), service: 'execute-api', region: api.region });
      const request = await signer.sign(urlOf(model), {
        method: 'POST',
        body,
        headers: { 'content-type': contentType },
      });
      const answer = await api.fetch(request);
      return { status: answer.status, body: await answer.text() };
    },
  };
}

/** curl signs by itself, with the credentials that the shell holds. */
function signedBy(region: string): string {
  return `--aws-sigv4 aws:amz:${region}:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`;
}
