import { AwsClient } from 'aws4fetch';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { ModelDeployer } from '../stack.ts';

/** What calling the deployed API needs of the world. */
export interface DeployedApi {
  /** With the stage and a closing slash. */
  readonly apiUrl: string;
  readonly region: string;
  readonly credentials: () => Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>;
  readonly records: RecordStore;
  readonly fetch: typeof fetch;
}

/** Sends predictions through API Gateway, signed by AWS Signature Version 4. */
export function apiGatewayDeployer(api: DeployedApi): ModelDeployer {
  const urlOf = (model: string) => `${api.apiUrl}models/${encodeURIComponent(model)}/invocations`;
  return {
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
    async endpoint(model) {
      if (!(await api.records.registry.release(model))) return undefined;
      const url = urlOf(model);
      const sign = `--aws-sigv4 aws:amz:${api.region}:execute-api --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"`;
      return { url, curl: (body) => `curl -s ${sign} ${url} -H 'content-type: application/json' -d '${body}'` };
    },
  };
}
