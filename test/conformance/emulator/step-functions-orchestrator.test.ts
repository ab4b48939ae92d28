import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cdk } from '../../../localstack/cdk.ts';
import { awsClients } from '../../../src/stacks/aws/clients.ts';
import { readOutputs } from '../../../src/stacks/aws/deployment.ts';
import { pipelineStackName } from '../../../src/stacks/aws/names.ts';
import { openAwsStack } from '../../../src/stacks/aws/open-aws-stack.ts';
import type { Stack } from '../../../src/stacks/stack.ts';
import { orchestratorSuite } from '../orchestrator.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';

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

async function open() {
  const stack = await openAwsStack('localstack', place);
  return { stack, close: () => stack.close() };
}

// MiniStack calls whatever a Node function throws `Runtime.HandlerError`.
orchestratorSuite('Step Functions', open, { tellsPermanentErrors: false });

describe('an execution that was started in the console', () => {
  const clients = awsClients(place);
  let stack: Stack;
  beforeAll(async () => {
    stack = await openAwsStack('localstack', place);
  });
  afterAll(async () => {
    await stack.close();
    for (const client of Object.values(clients)) client.destroy();
  });

  /** Starts an execution of the chain past the command, and waits for the end of its run. */
  async function execute(input: object) {
    const output = await readOutputs(clients.cloudFormation, pipelineStackName('chain'));
    const name = randomUUID(); // as the console names them
    const stateMachineArn = output('StateMachineArn');
    await clients.sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
    const isEnded = async () => ((await stack.records.runs.get(name))?.status ?? 'running') !== 'running';
    await vi.waitUntil(isEnded, { timeout: 60_000, interval: 200 });
    return (await stack.records.runs.get(name))!;
  }

  it('is a run like any other', async () => {
    const record = await execute({ Comment: 'by hand', parameters: { size: 4 }, useCache: false });

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
    const record = await execute({ parameters: { size: 1.5 } });

    expect(record).toMatchObject({
      status: 'failed',
      pipeline: 'chain',
      stack: 'localstack',
      parameters: { size: 1.5 },
      error: { code: 'parameter.not-allowed' },
    });
    expect(await stack.records.steps.list(record.id)).toEqual([]);
  });
});
