import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cdk } from '../../localstack/cdk.ts';
import { identify } from '../../localstack/identify.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { SERVICE_STACK } from '../../src/stacks/aws/names.ts';
import { emulatorEndpoint } from '../../src/stacks/definitions/emulator-endpoint.ts';
import { fakeContext } from '../cli/fake-context.ts';

const place = {
  endpoint: emulatorEndpoint(process.env),
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const PATH = '/models/customer-satisfaction/invocations';
const BODY = '{"dataframe_records":[{"price":10}]}';

/** LocalStack's free edition runs no authorisers, and deploys none. */
const hasAuthorizers = (await identify(place.endpoint))?.name !== 'LocalStack';

// Needs what `npm run localstack` deploys, and deploys the token API to it.
describe.runIf(hasAuthorizers)('the API for bearers of tokens on the emulator', () => {
  let folder: string;
  let context: ReturnType<typeof fakeContext>;
  let tokenApi: string;
  let iamApi: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    context = fakeContext(folder);
    const withTokens = ['--exclusively', '--require-approval', 'never', '--context', 'sluice:tokenApi=true'];
    await cdk(place, 'deploy', SERVICE_STACK, ...withTokens);
    const { deployer, close } = await context.openStack('localstack');
    [tokenApi, iamApi] = [deployer.tokenUrl!, deployer.endpoint!.url];
    await close();
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true }));

  /** What `sluice token` answers. */
  async function token(...words: string[]): Promise<{ readonly id: string; readonly token: string }> {
    context.outputs.length = 0;
    const exitCode = await runCommandLine(['token', ...words, '--stack', 'localstack', '--json'], context);
    expect([exitCode, context.errors]).toEqual([0, []]);
    return JSON.parse(context.outputs.join(''));
  }

  async function predict(api: string, bearer?: string): Promise<Response> {
    const authorization = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
    const headers = { 'content-type': 'application/json', ...authorization };
    return fetch(`${api}${PATH}`, { method: 'POST', body: BODY, headers });
  }

  it('predicts for a token with the scope, and answers other methods by what it knows of it', async () => {
    const { token: bearer } = await token('create', 'shop', '--scope', 'predict');

    const first = await predict(tokenApi, bearer);
    expect([first.status, await first.json()]).toEqual([200, { predictions: [expect.any(Number)] }]);
    const health = await fetch(`${tokenApi}/health`, { headers: { authorization: `Bearer ${bearer}` } });
    expect([health.status, await health.text()]).toEqual([200, 'OK']);
  });

  it('refuses a token of other scopes with 403, and says which one it lacks', async () => {
    const { token: bearer } = await token('create', 'dashboard', '--scope', 'read,write');

    const refused = await predict(tokenApi, bearer);

    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error_code: 'api.scope-missing', allowed: 'the scope predict' });
  });

  it.each([
    ['no token', undefined],
    ['what is no token', 'secret'],
    ['an unknown token', `sluice_000000000000_${'0'.repeat(64)}`],
  ])('refuses %s with 401, and says what to bring', async (_, bearer) => {
    const refused = await predict(tokenApi, bearer);

    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer realm="sluice"');
    expect(await refused.json()).toMatchObject({ error_code: 'api.token-refused', mend: expect.any(String) });
  });

  it('leaves the other API to those who sign: 200 for them, 403 for anybody else', async () => {
    const stack = await context.openStack('localstack');
    const signed = await stack.deployer.invoke('customer-satisfaction', BODY, 'application/json');
    await stack.close();

    expect([signed.status, (await predict(iamApi)).status]).toEqual([200, 403]);
  });

  it('refuses what was revoked or rotated within 30 s, though it was let in just before', async () => {
    const [revoked, before] = [
      await token('create', 'left', '--scope', 'predict'),
      await token('create', 'kept', '--scope', 'predict'),
    ];
    const statuses = () =>
      Promise.all([revoked, before].map(async (one) => (await predict(tokenApi, one.token)).status));
    expect(await statuses()).toEqual([200, 200]);

    await token('revoke', revoked.id);
    const after = await token('rotate', before.id);

    expect((await predict(tokenApi, after.token)).status).toBe(200);
    const areRefused = async () => (await statuses()).every((status) => status === 401);
    await vi.waitUntil(areRefused, { timeout: 30_000, interval: 500 });
  });
});
