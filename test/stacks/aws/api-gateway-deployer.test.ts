import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { apiGatewayDeployer, type DeployedApi } from '../../../src/stacks/aws/api-gateway-deployer.ts';
import { fault, networkFault } from './sample-fault.ts';

const URL_OF_STAGE = 'https://abc.execute-api.eu-west-1.amazonaws.com/v1';
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session' };

function deployer(answer: () => Promise<Response>, changes: Partial<DeployedApi> = {}) {
  const requests: Request[] = [];
  const api: DeployedApi = {
    apiUrl: URL_OF_STAGE,
    region: 'eu-west-1',
    credentials: async () => credentials,
    fetch: async (request) => {
      requests.push(request as Request);
      return answer();
    },
    ...changes,
  };
  return { requests, ...apiGatewayDeployer(api) };
}

const answering = (status: number, body: string) => deployer(async () => new Response(body, { status }));

describe('apiGatewayDeployer', () => {
  it('posts the body to the model, and answers what comes back', async () => {
    const { invoke, requests } = answering(200, '{"predictions":[4.1]}');

    const answer = await invoke('customer satisfaction', 'price\n1\n', 'text/csv');

    expect(answer).toEqual({ status: 200, body: '{"predictions":[4.1]}' });
    const request = requests[0]!;
    expect(request.url).toBe(`${URL_OF_STAGE}/models/customer%20satisfaction/invocations`);
    expect(request.method).toBe('POST');
    expect(request.headers.get('content-type')).toBe('text/csv');
    expect(await request.text()).toBe('price\n1\n');
  });

  it('says where bearers of tokens call, where they can', () => {
    const tokenUrl = 'https://def.execute-api.eu-west-1.amazonaws.com/v1';
    expect(deployer(async () => new Response(), { tokenUrl }).tokenUrl).toBe(tokenUrl);
    expect(deployer(async () => new Response())).not.toHaveProperty('tokenUrl');
  });

  it('signs for API Gateway in the region, with the session', async () => {
    const { invoke, requests } = answering(200, '{}');

    await invoke('satisfaction', '{}', 'application/json');

    const { headers } = requests[0]!;
    expect(headers.get('authorization')).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/execute-api\/aws4_request, .*Signature=[0-9a-f]{64}$/,
    );
    expect(headers.get('x-amz-security-token')).toBe('session');
    expect([...headers.values()].join()).not.toContain('secret');
  });

  it('takes the credentials anew for each request: they may have been renewed', async () => {
    let taken = 0;
    const { invoke, requests } = deployer(async () => new Response('{}'), {
      credentials: async () => ({ ...credentials, sessionToken: `session-${++taken}` }),
    });
    await invoke('satisfaction', '{}', 'application/json');
    await invoke('satisfaction', '{}', 'application/json');
    expect(requests.map(({ headers }) => headers.get('x-amz-security-token'))).toEqual(['session-1', 'session-2']);
  });

  it.each([
    ['without a token for lasting credentials', {}, []],
    ['with the token of temporary ones', { AWS_SESSION_TOKEN: 'a+/b==' }, ['-Hx-amz-security-token:a+/b==']],
  ])('tells curl in a shell how to sign, %s', async (_case, session, tokenOptions) => {
    const { endpoint } = answering(200, '');
    const { stdout } = await promisify(execFile)('sh', ['-c', `printf '%s\\n' ${endpoint!.curlOptions}`], {
      env: { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a secret', ...session },
    });
    expect(endpoint!.url).toBe(URL_OF_STAGE);
    expect(stdout.trimEnd().split('\n')).toEqual([
      '--aws-sigv4',
      'aws:amz:eu-west-1:execute-api',
      '--user',
      'AKIDEXAMPLE:a secret',
      ...tokenOptions,
    ]);
  });

  it.each([
    [403, '{"message":"Missing Authentication Token"}'],
    [404, '{"error_code":"predict.nothing-released"}'],
    [413, '{"message":"Request Too Long"}'],
    [429, '{"message":"Limit Exceeded"}'],
    [502, '{"message":"Internal server error"}'],
    [504, '<html>no JSON</html>'],
  ])('answers what the gateway answers: %i', async (status, body) => {
    expect(await answering(status, body).invoke('satisfaction', '{}', 'application/json')).toEqual({ status, body });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_SOCKET'])(
    'says that the gateway cannot be reached: %s',
    async (code) => {
      const { invoke } = deployer(async () => {
        throw new TypeError('fetch failed', { cause: networkFault(code) });
      });
      await expect(invoke('satisfaction', '{}', 'application/json')).rejects.toMatchObject({
        code: 'aws.unavailable',
        transient: true,
        facts: {
          seen: `TypeError: fetch failed: connect ${code} (POST ${URL_OF_STAGE}/models/satisfaction/invocations)`,
        },
      });
    },
  );

  it('says that the answer was cut off', async () => {
    const cutOff = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('terminated', { cause: networkFault('UND_ERR_SOCKET') })),
    });
    const { invoke } = deployer(async () => new Response(cutOff));
    await expect(invoke('satisfaction', '{}', 'application/json')).rejects.toMatchObject({ code: 'aws.unavailable' });
  });

  it('sends nothing without credentials', async () => {
    const { invoke, requests } = deployer(async () => new Response('{}'), {
      credentials: async () => {
        throw fault('CredentialsProviderError', 0);
      },
    });
    await expect(invoke('satisfaction', '{}', 'application/json')).rejects.toMatchObject({
      code: 'aws.no-credentials',
    });
    expect(requests).toEqual([]);
  });
});
