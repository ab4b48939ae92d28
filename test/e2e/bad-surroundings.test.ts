import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand, DeleteStackCommand } from '@aws-sdk/client-cloudformation';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { emulatorEndpoint } from '../conformance/emulator/emulator-endpoint.ts';
import { expectError } from '../process/expect-error.ts';
import { command } from './place/command.ts';
import { emulatedPlace } from './place/deploy.ts';
import { startByEvent } from './place/executions.ts';
import { openStack } from './place/open-stack.ts';
import { registerStack } from './place/register-stack.ts';

const place = emulatedPlace('us-east-1');
const elsewhere = 'ap-southeast-2';
const root = join(import.meta.dirname, '../..');

/** Of somebody who has signed in to the emulator, as to an account. */
const signedIn = {
  AWS_ENDPOINT_URL: emulatorEndpoint(),
  AWS_REGION: place.region,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
};
const signedOut = {
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_SESSION_TOKEN: undefined,
  AWS_PROFILE: undefined,
  AWS_EC2_METADATA_DISABLED: 'true',
};

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterAll(() => rm(home, { recursive: true }));

function sluice(words: readonly string[], environment: Readonly<Record<string, string | undefined>> = {}, cwd = root) {
  const surroundings = { ...signedIn, HOME: home, SLUICE_HOME: join(home, 'state'), ...environment };
  return command({ cwd, environment: surroundings }, ...words);
}

// Needs what `npm run localstack` deploys.
describe('a command that asks AWS', () => {
  const runs = ['runs', '--stack', 'aws', '--json'];

  it('without credentials says so', async () => {
    expectError(await sluice(runs, signedOut), { exit: 1, code: 'aws.no-credentials', says: 'AWS_PROFILE' });
  });

  it.each([
    ['none', undefined, 'aws.no-region'],
    ['one that can be none', 'Frankfurt am Main', 'aws.no-region'],
    ['one where nothing is deployed', elsewhere, 'stack.not-deployed'],
  ])('in a wrong region says which region it meant: %s', async (_what, region, code) => {
    const told = await sluice(runs, { AWS_REGION: region, AWS_DEFAULT_REGION: undefined });

    expectError(told, { exit: 1, code, says: 'AWS_REGION' });
    expect(told.stderr).toContain(region ?? 'missing');
  });

  it('where the CDK was not bootstrapped is told so by `sluice doctor`', async () => {
    const { code, stdout } = await sluice(['doctor', '--stack', 'aws', '--json'], { AWS_REGION: elsewhere });

    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ part: 'bootstrap', mend: expect.stringContaining('npx cdk bootstrap') }),
    );
  });

  it('says that a pipeline is not deployed, though the service is', async () => {
    const words = ['run', 'talkative', '--param', 'words=hello', '--stack', 'localstack', '--json'];
    const told = await sluice(words, {}, join(root, 'test/process/project'));

    expectError(told, { exit: 1, code: 'stack.not-deployed', says: 'sluice-talkative' });
  });
});

describe('a service that is not what it seems', () => {
  const client = new CloudFormationClient({ ...place, region: elsewhere });
  afterAll(async () => {
    await client.send(new DeleteStackCommand({ StackName: 'sluice' }));
    client.destroy();
  });

  /** A stack of this name with nothing but outputs. */
  async function deployOutputs(outputs: Readonly<Record<string, string>>): Promise<void> {
    const Outputs = Object.fromEntries(Object.entries(outputs).map(([key, Value]) => [key, { Value }]));
    const Resources = { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } };
    await client.send(new DeleteStackCommand({ StackName: 'sluice' }));
    await client.send(
      new CreateStackCommand({ StackName: 'sluice', TemplateBody: JSON.stringify({ Resources, Outputs }) }),
    );
  }

  it('is named when another application has the name of its stack', async () => {
    await deployOutputs({ SiteUrl: 'https://example.com' });

    const told = await sluice(['runs', '--stack', 'aws', '--json'], { AWS_REGION: elsewhere });

    expectError(told, { exit: 2, code: 'stack.not-a-service', says: 'SiteUrl' });
  });

  it('is started nothing on when another version deployed it', async () => {
    const outputs = { TableName: 'records', BucketName: 'artifacts', ApiUrl: 'none', ApiId: 'none' };
    await deployOutputs({ ...outputs, Version: '99.0.0' });
    await registerStack(join(home, 'state'), 'tomorrow', { region: elsewhere, endpoint: place.endpoint });
    const source = join(home, 'orders.csv');
    await writeFile(source, 'order_id\n');

    const words = ['run', 'customer-satisfaction', '--param', `source=${source}`, '--stack', 'tomorrow', '--json'];

    expectError(await sluice(words), { exit: 1, code: 'stack.other-version', says: '99.0.0' });
  });
});

describe('what the functions are handed', () => {
  it('leaves a failed run that says why, when it is an event that nobody can read', async () => {
    const id = await startByEvent(place, 'customer-satisfaction', { sauce: 's3://lake/orders.csv' });
    const stack = await openStack(place, home);
    const ended = async () => {
      const run = await stack.records.runs.get(id);
      return run?.status === 'running' ? undefined : run;
    };

    const run = await vi.waitUntil(ended, { timeout: 60_000, interval: 200 });

    expect(run).toMatchObject({ status: 'failed', error: { code: 'parameter.unknown', mend: expect.any(String) } });
    await stack.close();
  });

  it('is refused when a request for predictions is larger than Lambda takes', async () => {
    const data = join(home, 'rows.json');
    await writeFile(data, JSON.stringify({ instances: [{ note: 'x'.repeat(4_600_000) }] }));

    const words = ['predict', 'customer-satisfaction', '--data', data, '--stack', 'localstack', '--json'];

    expectError(await sluice(words), { exit: 1, code: 'predict.body-too-large', says: 'several requests' });
  });
});
