import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cdkEnvironment } from '../../localstack/cdk.ts';
import { type PackedProject, packedProject } from '../process/packed-project.ts';
import { bootstrap, emulatedPlace } from './place/deploy.ts';
import { openStack } from './place/open-stack.ts';

const CDK = join(import.meta.dirname, '../../node_modules/aws-cdk/bin/cdk');
const DEPLOY_TIMEOUT_MS = 300_000;
const DESTROY_TIMEOUT_MS = 240_000;

// A region where no other test deploys.
const place = emulatedPlace('ca-central-1');
const { endpoint, region } = place;
const allQuickly = ['--all', '--require-approval', 'never', '--concurrency', '4'];
const onAws = ['--orchestrator', 'step-functions', '--artifact-store', 's3', '--experiment-tracker', 'dynamodb'];

describe('a project that installed the package', () => {
  let project: PackedProject;
  beforeAll(async () => {
    project = await packedProject();
    await project.sluice('new', 'flat-rents');
    await bootstrap(place);
    await cdk('deploy', '--app', 'node_modules/.bin/node app.ts', ...allQuickly);
    const there = ['--model-deployer', 'api-gateway', '--region', region, '--endpoint', endpoint];
    await project.sluice('stack', 'register', 'deployed', ...onAws, ...there);
  }, DEPLOY_TIMEOUT_MS);
  afterAll(() => project.remove());

  /** The command that a user would call as `npx cdk`. */
  const cdk = (...words: string[]) => project.node([CDK, ...words], cdkEnvironment(place));

  const sluice = async (...words: string[]) =>
    JSON.parse(await project.sluice(...words, '--stack', 'deployed', '--json')) as unknown;

  it('runs the pipeline that it deployed', async () => {
    const report = await sluice('run', 'rents', '--param', 'source=flats.csv');
    expect(report).toMatchObject({ run: { status: 'completed' }, steps: [{ name: 'ingest' }, { name: 'train' }] });
  });

  it('releases a model and has its predictions', async () => {
    await project.sluice('sample', 'flat-rents', '--rows', '500', '--seed', '1', '--out', 'sample.csv');
    const report = await sluice('run', 'flat-rents', '--param', 'source=sample.csv');
    expect(report).toMatchObject({ run: { status: 'completed' }, release: { model: 'flat-rents', version: 1 } });

    const data = JSON.stringify({ dataframe_records: [{ area: 70, rooms: 3, age: 20 }] });
    const answer = await sluice('predict', 'flat-rents', '--data', data);
    expect(answer).toEqual({ predictions: [expect.closeTo(1_130, -2)] });
  });

  it(
    'leaves no stack when it destroys what it deployed',
    async () => {
      const stack = await openStack({ region, endpoint }, join(project.folder, '.sluice'));
      for (const { key } of await Array.fromAsync(stack.artifacts.list(''))) await stack.artifacts.remove(key);
      await stack.close();

      await cdk('destroy', '--all', '--force', '--app', 'cdk.out');

      await expect(openStack({ region, endpoint }, project.folder)).rejects.toMatchObject({
        code: 'stack.not-deployed',
      });
    },
    DESTROY_TIMEOUT_MS,
  );
});
