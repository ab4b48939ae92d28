import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cdk } from '../../../localstack/cdk.ts';
import { assembleStack } from '../../../src/stacks/assemble-stack.ts';
import { awsClients } from '../../../src/stacks/aws/clients.ts';
import { outputOf, readStack } from '../../../src/stacks/aws/deployment.ts';
import { pipelineStackName } from '../../../src/stacks/aws/names.ts';
import { BUILT_IN_STACKS } from '../../../src/stacks/definitions/built-in-stacks.ts';
import type { AwsStackDefinition } from '../../../src/stacks/definitions/stack-definition.ts';
import type { Stack } from '../../../src/stacks/stack.ts';
import { orchestratorSuite } from '../orchestrator.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';
import { optionsOfEmulator } from './emulator-found.ts';

const PIPELINES = 'test/conformance/orchestrator/pipelines';
const DEPLOY_TIMEOUT_MS = 180_000;

const place = {
  endpoint: emulatorEndpoint(),
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

// The same app that deploys a user's pipelines, into an assembly of its own.
beforeAll(async () => {
  const assembly = await mkdtemp(join(tmpdir(), 'sluice-'));
  const pipelines = ['--context', `sluice:pipelines=${PIPELINES}`];
  const quietly = ['--require-approval', 'never', '--concurrency', '4', '--progress', 'events'];
  await cdk(place, 'deploy', '--all', '--output', assembly, ...pipelines, ...quietly);
  await rm(assembly, { recursive: true });
}, DEPLOY_TIMEOUT_MS);

/** The deployed system, run and served by whatever is asked for; only running in process writes to the home. */
function openDeployed(changes: Partial<AwsStackDefinition> = {}, home = '.sluice'): Promise<Stack> {
  const deployed = BUILT_IN_STACKS['localstack'] as AwsStackDefinition;
  const definition = { ...deployed, endpoint: place.endpoint, ...changes };
  return assembleStack(
    { name: 'localstack', definition },
    { home, root: join(import.meta.dirname, '../orchestrator') },
  );
}

async function openStepFunctions() {
  const stack = await openDeployed();
  return { stack, close: () => stack.close() };
}

async function openInProcess() {
  const home = await mkdtemp(join(tmpdir(), 'sluice-'));
  const stack = await openDeployed({ orchestrator: 'in-process', modelDeployer: 'local' }, home);
  const close = async () => {
    await stack.close();
    await rm(home, { recursive: true });
  };
  return { stack, close };
}

orchestratorSuite('Step Functions', openStepFunctions, await optionsOfEmulator());

orchestratorSuite('in process over S3 and DynamoDB', openInProcess);

describe('an execution that was started in the console', () => {
  const clients = awsClients(place);
  let stack: Stack;
  beforeAll(async () => {
    stack = await openDeployed();
  });
  afterAll(async () => {
    await stack.close();
    for (const client of Object.values(clients)) client.destroy();
  });

  async function start(pipeline: string, input: object) {
    const deployed = await readStack(clients.cloudFormation, pipelineStackName(pipeline));
    const name = randomUUID(); // as the console names them
    const stateMachineArn = outputOf(deployed, 'StateMachineArn');
    const command = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) });
    const { executionArn } = await clients.sfn.send(command);
    return { run: name, executionArn };
  }

  const waiting = { timeout: 60_000, interval: 200 };

  async function ended(run: string) {
    const isEnded = async () => ((await stack.records.runs.get(run))?.status ?? 'running') !== 'running';
    await vi.waitUntil(isEnded, waiting);
    return (await stack.records.runs.get(run))!;
  }

  it('is a run like any other', async () => {
    const { run } = await start('chain', { Comment: 'by hand', parameters: { size: 4 }, useCache: false });

    const record = await ended(run);

    expect(record).toMatchObject({
      status: 'completed',
      pipeline: 'chain',
      stack: 'localstack',
      trigger: { kind: 'console' },
      parameters: { size: 4 },
      useCache: false,
    });
    expect(await stack.records.steps.list(record.id)).toMatchObject([
      { key: 'double', status: 'completed' },
      { key: 'double-2', status: 'completed' },
      { key: 'seed', status: 'completed' },
    ]);
  });

  it('ends in a record that says why, when its parameters are refused', async () => {
    const { run } = await start('chain', { parameters: { size: 1.5 } });

    const record = await ended(run);

    expect(record).toMatchObject({
      status: 'failed',
      pipeline: 'chain',
      stack: 'localstack',
      parameters: { size: 1.5 },
      error: { code: 'parameter.not-allowed' },
    });
    expect(await stack.records.steps.list(record.id)).toEqual([]);
  });

  it('ends its run when it is stopped', async () => {
    const { run, executionArn } = await start('retried', { parameters: { failures: 3, key: randomUUID() } });
    await vi.waitUntil(async () => (await stack.records.steps.list(run)).length > 0, waiting);

    await clients.sfn.send(new StopExecutionCommand({ executionArn: executionArn! }));

    expect(await ended(run)).toMatchObject({ status: 'stopped' });
  });
});
