import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  ExecutionDoesNotExist,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { file, integer } from '../../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../../src/pipeline/pipeline.ts';
import { step } from '../../../../src/pipeline/step.ts';
import { finishRun } from '../../../../src/runs/finish.ts';
import { silentObserver } from '../../../../src/runs/run-observer.ts';
import { stepFunctionsOrchestrator } from '../../../../src/stacks/aws/orchestrator/step-functions-orchestrator.ts';
import { openSqliteRecords } from '../../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../../src/tracking/record-store.ts';
import type { RunRecord } from '../../../../src/tracking/run-record.ts';
import type { Scalar } from '../../../../src/tracking/step-record.ts';
import { fault } from '../sample-fault.ts';

const sfn = new SFNClient({ region: 'eu-west-1' });
const mock = mockClient(sfn);
const MACHINE = 'arn:aws:states:eu-west-1:123456789012:stateMachine:sluice-orders';
const source = { commit: 'c'.repeat(40), dirty: false };
const STARTED_MS = 1_700_000_000_000;
const PATIENCE_MS = 10_000;
const orders = { file: { uri: 's3://lake/orders.csv', name: 'orders.csv', sha256: 'a'.repeat(64), sizeBytes: 3 } };

const count = step({ name: 'count', version: '1', inputs: {}, outputs: {}, run: () => ({}) });
const counting = pipeline('orders', { parameters: { source: file(), size: integer({ default: 3 }) } }, () => {
  count({}, {});
});

let records: RecordStore;
let nowMs: number;
/** What happens elsewhere between two looks, in order; then time passes only. */
let meanwhile: (() => Promise<unknown>)[];

beforeEach(() => {
  mock.reset();
  mock.on(StartExecutionCommand).resolves({});
  mock.on(DescribeExecutionCommand).resolves({ status: 'RUNNING' });
  records = openSqliteRecords(':memory:');
  nowMs = STARTED_MS;
  meanwhile = [];
});
afterEach(() => records.close());

function orchestrator() {
  return stepFunctionsOrchestrator({
    stack: 'aws',
    records,
    sfn,
    checkVersion: () => {},
    deployed: async () => ({ stateMachineArn: MACHINE, source }),
    placeFile: async () => orders,
    now: () => nowMs,
    sleep: async () => {
      nowMs += 1_000;
      await meanwhile.shift()?.();
    },
  });
}

function run(
  parameters: Record<string, Scalar> = { source: 's3://lake/orders.csv' },
  observer = silentObserver,
): Promise<RunRecord> {
  return orchestrator().run({ pipeline: counting, parameters, useCache: true }, observer);
}

async function onlyRun(): Promise<RunRecord> {
  const { items } = await records.runs.list((await records.experiments.ensure('orders', 0)).id, { limit: 2 });
  expect(items).toHaveLength(1);
  return items[0]!;
}

function describedAs(answer: Partial<DescribeExecutionCommandOutput>): void {
  mock.on(DescribeExecutionCommand).resolves({ stopDate: new Date(STARTED_MS + 500), ...answer });
}

describe('starting on Step Functions', () => {
  beforeEach(() => {
    meanwhile = [async () => finishRun(records, (await onlyRun()).id, { status: 'completed', endedAtMs: nowMs })];
  });

  it('records the run, then starts the execution under its id', async () => {
    let recorded: RunRecord | undefined;
    mock.on(StartExecutionCommand).callsFake(async () => {
      recorded = await onlyRun();
      return {};
    });

    const ended = await run();

    expect(recorded).toMatchObject({
      status: 'running',
      stack: 'aws',
      parameters: { source: orders, size: 3 },
      trigger: { kind: 'command' },
      source,
      startedAtMs: STARTED_MS,
    });
    expect(mock.commandCalls(StartExecutionCommand)[0]!.args[0].input).toMatchObject({
      stateMachineArn: MACHINE,
      name: ended.id,
    });
  });

  it('records and starts nothing for a parameter that is wrong', async () => {
    await expect(run({ size: 'many' })).rejects.toMatchObject({ code: expect.stringMatching(/^parameter\./) });
    expect(mock.calls()).toHaveLength(0);
    expect((await records.runs.list((await records.experiments.ensure('orders', 0)).id, { limit: 1 })).items).toEqual(
      [],
    );
  });

  it('follows an execution that began although its start was never answered', async () => {
    mock.on(StartExecutionCommand).rejects(fault('TimeoutError', 0));
    meanwhile = [async () => finishRun(records, (await onlyRun()).id, { status: 'completed', endedAtMs: nowMs })];

    expect(await run()).toMatchObject({ status: 'completed' });
  });

  it.each([
    ['AccessDeniedException', 'aws.denied'],
    ['ExpiredTokenException', 'aws.credentials-refused'],
    ['ThrottlingException', 'aws.unavailable'],
  ])('ends the record of a run that %s kept from starting', async (name, code) => {
    mock.on(StartExecutionCommand).rejects(fault(name, 400));
    mock.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'none', $metadata: {} }));

    await expect(run()).rejects.toMatchObject({ code });

    expect(await onlyRun()).toMatchObject({ status: 'failed', endedAtMs: STARTED_MS, error: { code } });
  });
});

describe('runs on Step Functions that go on without this process', () => {
  const start = () =>
    orchestrator().start!({
      pipeline: counting,
      parameters: { source: 's3://lake/orders.csv' },
      useCache: true,
    });

  it('are started without being followed', async () => {
    const started = await start();

    expect(started).toEqual(await onlyRun());
    expect(mock.commandCalls(StartExecutionCommand)).toHaveLength(1);
    expect(mock.commandCalls(DescribeExecutionCommand)).toHaveLength(0);
  });

  it('are followed later, also to an end that nobody recorded', async () => {
    const started = await start();
    describedAs({ status: 'SUCCEEDED', stopDate: new Date(STARTED_MS - PATIENCE_MS) });

    expect(await orchestrator().follow(started, silentObserver)).toMatchObject({ status: 'completed' });
  });

  it('are left when somebody has seen enough', async () => {
    const left = new AbortController();
    meanwhile = [async () => left.abort()];

    const seen = await orchestrator().follow(await start(), silentObserver, left.signal);

    expect(seen).toMatchObject({ status: 'running' });
  });

  it('are told apart from runs of a process, behind which no execution stands', async () => {
    const started = await start();
    const inProcess = { ...started, process: { host: 'other', pid: 1 } };
    mock.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'none', $metadata: {} }));
    meanwhile = [async () => finishRun(records, started.id, { status: 'completed', endedAtMs: nowMs })];

    expect(await orchestrator().follow(inProcess, silentObserver)).toMatchObject({ status: 'completed' });
    await orchestrator().stop(inProcess);
    expect(mock.commandCalls(StopExecutionCommand)).toHaveLength(0);
  });
});

describe('stopping on Step Functions', () => {
  it('stops the execution, then ends the run at once', async () => {
    let stopped: RunRecord | undefined;
    mock.on(StopExecutionCommand).callsFake(async () => {
      expect(await onlyRun()).toMatchObject({ status: 'running' });
    });
    meanwhile = [async () => (stopped = await orchestrator().stop(await onlyRun()))];

    const ended = await run();

    expect(ended).toMatchObject({ status: 'stopped', error: { code: 'run.stopped' } });
    expect(stopped).toEqual(ended);
    expect(mock.commandCalls(StopExecutionCommand)[0]!.args[0].input.executionArn).toBe(
      `arn:aws:states:eu-west-1:123456789012:execution:sluice-orders:${ended.id}`,
    );
  });

  it('leaves a run under way that AWS does not let it stop', async () => {
    mock.on(StopExecutionCommand).rejects(fault('AccessDeniedException', 400));
    meanwhile = [
      async () => expect(orchestrator().stop(await onlyRun())).rejects.toMatchObject({ code: 'aws.denied' }),
      async () => finishRun(records, (await onlyRun()).id, { status: 'completed', endedAtMs: nowMs }),
    ];

    expect(await run()).toMatchObject({ status: 'completed' });
  });
});

describe('following on Step Functions', () => {
  it('tells the end that the records tell', async () => {
    const error = { code: 'step.failed', message: 'bad', mend: 'mend it' } as const;
    const told: string[] = [];
    meanwhile = [
      async () => {},
      async () => finishRun(records, (await onlyRun()).id, { status: 'failed', endedAtMs: nowMs, error }),
    ];

    const ended = await run(undefined, {
      ...silentObserver,
      runStarted: ({ status }) => told.push(status),
      runEnded: ({ status }) => told.push(status),
    });

    expect(ended).toMatchObject({ status: 'failed', endedAtMs: STARTED_MS + 2_000, error });
    expect(told).toEqual(['running', 'failed']);
  });

  it('asks for the execution of the run', async () => {
    describedAs({ status: 'SUCCEEDED' });
    const ended = await run();
    expect(mock.commandCalls(DescribeExecutionCommand)[0]!.args[0].input).toEqual({
      executionArn: `arn:aws:states:eu-west-1:123456789012:execution:sluice-orders:${ended.id}`,
    });
  });

  it.each([
    ['SUCCEEDED', 'completed'],
    ['FAILED', 'failed'],
    ['TIMED_OUT', 'timed-out'],
    ['ABORTED', 'stopped'],
  ] as const)('ends a record that lags behind an execution that is %s', async (status, recorded) => {
    describedAs({ status });
    expect(await run()).toMatchObject({ status: recorded, endedAtMs: STARTED_MS + 500 });
    expect(nowMs).toBe(STARTED_MS + PATIENCE_MS + 1_000); // no sooner than the rule had its time
  });

  it('gives back the error that a step threw', async () => {
    const error = { code: 'data.file-missing', message: 'no file', mend: 'look' };
    const cause = JSON.stringify({ errorType: 'Sluice.Permanent', errorMessage: JSON.stringify(error) });
    describedAs({ status: 'FAILED', error: 'Sluice.Permanent', cause });
    expect(await run()).toMatchObject({ status: 'failed', error });
  });

  it('keeps the end that the rule recorded in the meantime', async () => {
    describedAs({ status: 'ABORTED' });
    meanwhile = [async () => finishRun(records, (await onlyRun()).id, { status: 'completed', endedAtMs: nowMs })];
    expect(await run()).toMatchObject({ status: 'completed' });
  });

  it('ends a run whose execution is not there, but not while it may only not be seen yet', async () => {
    mock.on(DescribeExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'not there', $metadata: {} }));
    expect(await run()).toMatchObject({
      status: 'failed',
      error: { code: 'run.execution-failed', seen: 'ExecutionDoesNotExist: not there' },
    });
    expect(nowMs).toBe(STARTED_MS + PATIENCE_MS);
  });

  it('follows on when Step Functions is too busy to answer', async () => {
    mock
      .on(DescribeExecutionCommand)
      .rejectsOnce(fault('ThrottlingException', 400))
      .resolves({ status: 'SUCCEEDED', stopDate: new Date(STARTED_MS) });
    expect(await run()).toMatchObject({ status: 'completed' });
  });

  it.each([
    ['AccessDeniedException', 'aws.denied'],
    ['ExpiredTokenException', 'aws.credentials-refused'],
  ])('leaves the run to itself when %s ends the following', async (name, code) => {
    mock.on(DescribeExecutionCommand).rejects(fault(name, 400));
    await expect(run()).rejects.toMatchObject({ code });
    expect(await onlyRun()).toMatchObject({ status: 'running' });
  });

  it('says that the record of a run is gone', async () => {
    meanwhile = [
      async () => {
        records.runs.get = async () => undefined;
      },
    ];
    await expect(run()).rejects.toMatchObject({ code: 'run.unknown' });
  });
});
