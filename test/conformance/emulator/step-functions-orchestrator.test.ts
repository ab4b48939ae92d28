import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { cdk } from '../../../localstack/cdk.ts';
import { openAwsStack } from '../../../src/stacks/aws/open-aws-stack.ts';
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
