import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { version } from '../../../src/cli/version.ts';
import { fakeContext } from '../fake-context.ts';

let folder: string;
let context: ReturnType<typeof fakeContext>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  context = fakeContext(folder);
});
afterEach(() => rm(folder, { recursive: true }));

async function sluice(line: string): Promise<string> {
  context.outputs.length = 0;
  context.errors.length = 0;
  expect(await runCommandLine(line.split(' '), context)).toBe(0);
  return context.outputs.join('');
}
const LOCAL =
  '--orchestrator in-process --artifact-store files --experiment-tracker sqlite --model-deployer local --home data';

describe('sluice stack', () => {
  it('lists the built-in stacks, and which one is active', async () => {
    expect(await sluice('stack list')).toMatch(/^\* {2}local +in-process +files +sqlite +local$/m);
    expect(JSON.parse(await sluice('stack list --json')).stacks).toMatchObject([
      { name: 'local', active: true, builtIn: true, settings: {} },
      { name: 'localstack', active: false, settings: { endpoint: 'http://127.0.0.1:4566' } },
      { name: 'aws', flavors: { orchestrator: 'step-functions', artifactStore: 's3' } },
    ]);
  });

  it('registers one, describes it and makes it that of commands without --stack', async () => {
    expect(await sluice(`stack register team ${LOCAL}`)).toContain('sluice stack set team');
    expect(JSON.parse(await sluice('stack set team --json'))).toEqual({ active: 'team' });

    expect(await sluice('stack describe')).toBe(
      `team (active)
  orchestrator        in-process
  artifact store      files
  experiment tracker  sqlite
  model deployer      local
  home                ${join(folder, 'data')}
`,
    );
    const [opened, named] = [await context.openStack(undefined), await context.openStack('local')];
    expect([opened.name, named.name]).toEqual(['team', 'local']);
    expect(opened.artifacts.uri('runs/a')).toContain('/data/store/');
    await opened.close();
    await named.close();
  });

  it('registers what is deployed, and makes it that of commands without --stack', async () => {
    const outputs = { TableName: 't', BucketName: 'b', ApiUrl: 'u', Version: version };
    const mock = mockClient(CloudFormationClient);
    mock.on(DescribeStacksCommand, { StackName: 'platform' }).resolves({
      Stacks: [
        {
          StackName: 'platform',
          StackId: 'arn:aws:cloudformation:eu-west-1:1:stack/platform/1',
          CreationTime: new Date(0),
          StackStatus: 'CREATE_COMPLETE',
          Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
        },
      ],
    });

    const line = 'stack register prod --from-stack platform --profile work --model-deployer local --set --json';

    expect(JSON.parse(await sluice(line))).toEqual({
      name: 'prod',
      active: true,
      builtIn: false,
      flavors: {
        orchestrator: 'step-functions',
        artifactStore: 's3',
        experimentTracker: 'dynamodb',
        modelDeployer: 'local',
      },
      settings: { profile: 'work', region: 'eu-west-1', service: 'platform' },
    });
    expect(await sluice('stack describe')).toMatch(/^prod \(active\)$/m);
    mock.restore();
  });

  it('deletes one that is not active', async () => {
    await sluice(`stack register team ${LOCAL}`);
    expect(await sluice('stack delete team')).toContain('what it keeps stays');
    expect(await sluice('stack list')).not.toContain('team');
  });

  it.each([
    [`stack register local ${LOCAL}`, 'stack.name-taken', 2],
    [`stack register team ${LOCAL.replace('sqlite', 'dynamodb')}`, 'stack.combination', 2],
    [`stack register team ${LOCAL.replace('files', 'tapes')}`, 'stack.flavor-unknown', 2],
    ['stack register team --orchestrator in-process', 'cli.usage', 2],
    ['stack register team', 'cli.usage', 2],
    ['stack register team --from-stack sluice --artifact-store files', 'stack.combination', 2],
    ['stack register team --from-stack sluice --home here', 'stack.setting', 2],
    ['stack register team --from-stack sluice --service other', 'cli.usage', 2],
    ['stack register team --from-stack sluice --endpoint here', 'stack.bad-endpoint', 2],
    ['stack register team --from-stack sluice --region us-east-1 --endpoint http://127.0.0.1:1', 'aws.unavailable', 1],
    ['stack delete local', 'stack.built-in', 2],
    ['stack set tema', 'stack.unknown', 2],
    ['runs --stack tema', 'stack.unknown', 2],
    ['stack lits', 'cli.unknown-command', 2],
  ])('ends `%s` with %s', async (line, code, exitCode) => {
    expect(await runCommandLine(line.split(' '), context)).toBe(exitCode);
    expect(context.errors.join('')).toContain(`[${code}]`);
  });

  it('guesses which of its commands was meant', async () => {
    await runCommandLine(['stack', 'lits'], context);
    expect(context.errors.join('')).toContain('did you mean list?');
  });
});
