import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cdk } from '../../localstack/cdk.ts';
import { identify } from '../../localstack/identify.ts';
import { RUN_REQUESTED } from '../../src/runs/run-input.ts';
import { awsClients } from '../../src/stacks/aws/clients.ts';
import { outputOf, readStack } from '../../src/stacks/aws/deployment.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import { everyItem } from '../../src/tracking/pages/every-item.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';
import { emulatorEndpoint } from '../conformance/emulator/emulator-endpoint.ts';

const place = {
  endpoint: emulatorEndpoint(),
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};
const isLocalStack = (await identify(place.endpoint))?.name === 'LocalStack';
const PIPELINE = 'arrivals';
const RATE_MS = 60_000;
const DEPLOY_TIMEOUT_MS = 300_000;
/** In which a second run of the same would have begun. */
const SECOND_MS = 5_000;

/** Deploys the pipeline with a schedule, or removes it. */
async function deploy(verb: 'deploy' | 'destroy', source: string): Promise<void> {
  const assembly = await mkdtemp(join(tmpdir(), 'sluice-'));
  const schedules = { [PIPELINE]: { expression: 'rate(1 minute)', parameters: { source } } };
  const context = ['sluice:pipelines=test/e2e/pipelines', `sluice:schedules=${JSON.stringify(schedules)}`].flatMap(
    (given) => ['--context', given],
  );
  const quietly = verb === 'deploy' ? ['--require-approval', 'never', '--progress', 'events'] : ['--force'];
  await cdk(place, verb, `sluice-${PIPELINE}`, '--exclusively', '--output', assembly, ...context, ...quietly);
  await rm(assembly, { recursive: true });
}

// Needs the service that `npm run localstack` deploys.
describe('a pipeline on the emulator', () => {
  const events = new EventBridgeClient(place);
  const lambda = new LambdaClient(place);
  let stack: Stack;
  let source: string;
  const begunAtMs = Date.now();
  beforeAll(async () => {
    const root = join(import.meta.dirname, '../..');
    stack = await openStack('localstack', { root, home: join(root, '.sluice') });
    const key = `artifacts/${PIPELINE}/params/source/scheduled.csv`;
    await stack.artifacts.create(key, Buffer.from('a,b\n1,2\n'));
    source = stack.artifacts.uri(key);
    await deploy('deploy', source);
  }, DEPLOY_TIMEOUT_MS);
  afterAll(async () => {
    await deploy('destroy', source);
    await stack.close();
    events.destroy();
    lambda.destroy();
  }, DEPLOY_TIMEOUT_MS);

  async function runsOf(isMeant: (run: RunRecord) => boolean): Promise<RunRecord[]> {
    const { id } = await stack.records.experiments.ensure(PIPELINE, Date.now());
    const runs = await Array.fromAsync(everyItem((page) => stack.records.runs.list(id, page)));
    return runs.filter((run) => run.startedAtMs >= begunAtMs && isMeant(run));
  }

  /** The one run of its kind, when it has completed and no second came. */
  async function onlyRun(isMeant: (run: RunRecord) => boolean, timeoutMs = 30_000): Promise<RunRecord> {
    const isEnded = async () => (await runsOf(isMeant)).some(({ status }) => status !== 'running');
    await vi.waitUntil(isEnded, { timeout: timeoutMs, interval: 500 });
    await sleep(SECOND_MS);
    const runs = await runsOf(isMeant);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ status: 'completed', stack: 'localstack' });
    return runs[0]!;
  }

  const request = (sender: string, detail: object) =>
    events.send(
      new PutEventsCommand({
        Entries: [
          { Source: sender, DetailType: RUN_REQUESTED, Detail: JSON.stringify({ pipeline: PIPELINE, ...detail }) },
        ],
      }),
    );
  const sentBy = (sender: string) => (run: RunRecord) => run.trigger.kind === 'event' && run.trigger.source === sender;

  it('runs once for an object that arrives', async () => {
    const key = `incoming/${PIPELINE}/${randomUUID()}.csv`;
    await stack.artifacts.replace(key, Buffer.from('a,b\n3,4\n'));

    const { trigger } = await onlyRun((run) => run.trigger.kind === 'new-data');

    expect(trigger).toEqual({ kind: 'new-data', object: stack.artifacts.uri(key) });
  });

  it('runs once for an event that asks for it, with its parameters', async () => {
    const sender = `test.${randomUUID()}`;
    await request(sender, { parameters: { source } });

    const run = await onlyRun(sentBy(sender));

    expect(run.parameters).toMatchObject({ source: { file: { uri: source } } });
  });

  it('runs once for what its sender calls one event, sent by two at once', async () => {
    const sender = `test.${randomUUID()}`;
    const detail = { parameters: { source }, event: 'may' };
    await Promise.all([request(sender, detail), request(sender, detail)]);

    const { trigger } = await onlyRun(sentBy(sender));

    expect(trigger).toEqual({ kind: 'event', source: sender });
  });

  it('runs once for an event that is delivered twice at once', async () => {
    const service = awsClients(place);
    const name = outputOf(await readStack(service.cloudFormation, `sluice-${PIPELINE}`), 'StartFunctionName');
    const sender = `test.${randomUUID()}`;
    const input = { event: randomUUID(), trigger: { kind: 'event', source: sender }, parameters: { source } };
    const Payload = Buffer.from(JSON.stringify(input));
    const deliver = () => lambda.send(new InvokeCommand({ FunctionName: name, Payload }));

    const answers = await Promise.all([deliver(), deliver()]);

    const ids = answers.map((answer) => JSON.parse(Buffer.from(answer.Payload!).toString()).id);
    const { id } = await onlyRun(sentBy(sender));
    expect(ids).toEqual([id, id]);
    for (const client of Object.values(service)) client.destroy();
  });

  // LocalStack writes what functions print to other logs than those that are deployed for it.
  it.skipIf(isLocalStack)('keeps what its step prints in the log of the function', async () => {
    const sender = `test.${randomUUID()}`;
    await request(sender, { parameters: { source }, useCache: false });
    const run = await onlyRun(sentBy(sender));

    const { lines, gone } = await stack.printed.read(run, ['measure'], -Infinity);

    expect(lines).toMatchObject([
      { step: 'measure', attempt: 0, level: 'info', text: expect.stringMatching(/\.csv$/) },
    ]);
    expect(gone).toEqual([]);
  });

  it('leaves a failed run of an event that asks for what cannot be', async () => {
    const sender = `test.${randomUUID()}`;
    await request(sender, { parameters: { sauce: source } });

    const isThere = async () => (await runsOf(sentBy(sender)))[0];
    const run = await vi.waitUntil(isThere, { timeout: 30_000, interval: 500 });

    expect(run).toMatchObject({ status: 'failed', error: { code: 'parameter.unknown' } });
  });

  const isScheduled = ({ trigger }: RunRecord) => trigger.kind === 'schedule';

  it('runs at the rate of its schedule, once each time', { timeout: 3 * RATE_MS }, async () => {
    const { trigger } = await onlyRun(isScheduled, 2 * RATE_MS);

    expect(trigger).toEqual({ kind: 'schedule', rule: 'rate(1 minute)' });
  });

  it('has its schedule turned off and listed so', async () => {
    const off = await stack.schedules!.turn(PIPELINE, 'off');

    expect(off).toEqual({ pipeline: PIPELINE, expression: 'rate(1 minute)', enabled: false });
    expect(await stack.schedules!.list()).toContainEqual(off);
  });

  // LocalStack goes on with a schedule that is off.
  it.skipIf(isLocalStack)('runs no more until its schedule is on again', { timeout: 3 * RATE_MS }, async () => {
    const before = await runsOf(isScheduled);

    await sleep(RATE_MS + SECOND_MS);

    expect(await runsOf(isScheduled)).toEqual(before);
    expect(await stack.schedules!.turn(PIPELINE, 'on')).toMatchObject({ enabled: true });
  });
});
