import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { PipelineStack } from '../../../cdk/pipeline-stack.ts';
import { ServiceStack } from '../../../cdk/service-stack.ts';
import { startHandler } from '../../../lambdas/start/handler.ts';
import type { Concurrency } from '../../../src/pipeline/concurrency.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { deployedWorld, manifest, orders, SOURCE } from '../deployed-world.ts';
import { inputOfRule, type DeployedRule } from './input-of-rule.ts';

const context = { awsRequestId: 'request-1' };
const code = Code.fromInline('exports.handler = () => {}');

function deployedRules() {
  const app = new App();
  const service = new ServiceStack(app, 'sluice', {
    sluiceStack: 'aws',
    code: { authorize: code, finish: code, predict: code },
  });
  const stack = new PipelineStack(app, 'sluice-orders', {
    service,
    pipeline: orders,
    code: { begin: code, start: code, steps: { count: code } },
    schedule: { expression: 'cron(0 3 * * ? *)', parameters: { l2: 3 } },
  });
  return Template.fromStack(stack).findResources('AWS::Events::Rule');
}

const rules = Object.entries(deployedRules());
const rule = (name: string) => rules.find(([id]) => id.startsWith(name))![1] as DeployedRule;

const objectCreated = {
  id: 'e-1',
  source: 'aws.s3',
  'detail-type': 'Object Created',
  detail: { bucket: { name: 'bucket' }, object: { key: 'incoming/orders/may.csv' } },
};

describe('the start function', () => {
  it('runs a new object of S3, as the deployed rule hands it on', async () => {
    const { records, starter, started, startExecution } = deployedWorld();

    const { id } = await startHandler(
      manifest,
      starter,
      startExecution,
    )(inputOfRule(rule('NewData'), objectCreated), context);

    expect(started).toEqual([id]);
    expect(await records.runs.get(id)).toMatchObject({
      status: 'running',
      stack: 'localstack',
      trigger: { kind: 'new-data', object: SOURCE },
      parameters: { source: { file: { uri: SOURCE } }, l2: 1 },
    });
  });

  it('starts the execution of a run that waits its turn, which waits in it, but none of one that is skipped', async () => {
    const { records, starter, started, startExecution } = deployedWorld();
    const input = { parameters: { source: SOURCE } };
    const ask = async (concurrency: Concurrency, event: string) => {
      const declared = { ...manifest, concurrency };
      return startHandler(declared, { ...starter, manifest: declared }, startExecution)({ ...input, event }, context);
    };
    const first = await ask('queue', 'a');
    const second = await ask('queue', 'b');
    const third = await ask('skip', 'c');

    expect([first.status, second.status, third.status]).toEqual(['running', 'queued', 'stopped']);
    expect(started).toEqual([first.id, second.id]);
    expect(await records.runs.get(third.id)).toMatchObject({ error: { code: 'run.skipped' } });
  });

  it('runs one run of an event that is delivered twice', async () => {
    const { starter, started, startExecution } = deployedWorld();
    const start = startHandler(manifest, starter, startExecution);
    const input = inputOfRule(rule('NewData'), objectCreated);

    const [first, second] = [await start(input, context), await start(input, { awsRequestId: 'request-2' })];

    expect(second).toEqual(first);
    expect(new Set(started).size).toBe(1); // Step Functions takes an execution of one name once
  });

  it('runs one run of a call that Lambda repeats, and another of another call', async () => {
    const { starter, startExecution } = deployedWorld();
    const start = startHandler(manifest, starter, startExecution);
    const input = { parameters: { source: SOURCE } };

    const first = await start(input, context);

    expect((await start(input, context)).id).toBe(first.id);
    expect((await start(input, { awsRequestId: 'request-2' })).id).not.toBe(first.id);
  });

  const requested = (detail: unknown, id = 'e-5') => ({
    id,
    source: 'shop.orders',
    'detail-type': 'Sluice Run Requested',
    detail,
  });

  it('runs what an event asks for, whoever sent it', async () => {
    const { records, starter, started, startExecution } = deployedWorld();
    const detail = { pipeline: 'orders', parameters: { source: SOURCE, l2: 2 }, useCache: false };

    const { id } = await startHandler(manifest, starter, startExecution)(requested(detail), context);

    expect(started).toEqual([id]);
    expect(await records.runs.get(id)).toMatchObject({
      status: 'running',
      trigger: { kind: 'event', source: 'shop.orders' },
      parameters: { source: { file: { uri: SOURCE } }, l2: 2 },
      useCache: false,
    });
  });

  it('runs one run of what its sender calls one event, though it was sent twice at once', async () => {
    const { starter, started, startExecution } = deployedWorld();
    const start = startHandler(manifest, starter, startExecution);
    const detail = { pipeline: 'orders', parameters: { source: SOURCE }, event: 'orders of May' };

    const [first, second] = await Promise.all([
      start(requested(detail, 'e-6'), context),
      start(requested(detail, 'e-7'), { awsRequestId: 'request-2' }),
    ]);

    expect(second.id).toBe(first.id);
    expect(new Set(started).size).toBe(1);
  });

  it('leaves a failed run of a request that cannot be read', async () => {
    const { records, starter, startExecution } = deployedWorld();

    const { id } = await startHandler(manifest, starter, startExecution)(requested({ parametres: {} }), context);

    expect(await records.runs.get(id)).toMatchObject({
      error: { code: 'run.bad-input', seen: 'parametres', mend: 'did you mean parameters?' },
    });
  });

  it('leaves a failed run that says why when a scheduled run lacks a parameter', async () => {
    const { records, starter, started, startExecution } = deployedWorld();
    const input = inputOfRule(rule('Schedule'), { id: 'e-2', source: 'aws.events' });

    const answer = await startHandler(manifest, starter, startExecution)(input, context);

    expect(answer).toMatchObject({ status: 'failed', error: { code: 'parameter.missing' } });
    expect(await records.runs.get(answer.id)).toMatchObject({
      status: 'failed',
      trigger: { kind: 'schedule', rule: 'cron(0 3 * * ? *)' },
      parameters: { l2: 3 },
      error: { code: 'parameter.missing' },
    });
    expect(started).toEqual([]);
  });

  it.each([[undefined], [[]], [{ parameters: [] }], [{ parameters: { source: null } }], [{ trigger: { kind: 'x' } }]])(
    'leaves a failed run of the malformed event %j',
    async (input) => {
      const { records, starter, started, startExecution } = deployedWorld();

      const { id } = await startHandler(manifest, starter, startExecution)(input, context);

      expect(await records.runs.get(id)).toMatchObject({ status: 'failed', error: { code: 'run.bad-input' } });
      expect(started).toEqual([]);
    },
  );

  it('lets Lambda try again what may pass, into the same run', async () => {
    const { records, starter, started, startExecution } = deployedWorld();
    const passing = new SluiceError({ code: 'test.away', message: 'away', mend: 'wait', retry: 'transient' });
    const away = { ...starter, placeFile: () => Promise.reject(passing) };
    const input = { event: 'e-3', parameters: { source: SOURCE } };

    await expect(startHandler(manifest, away, startExecution)(input, context)).rejects.toBe(passing);
    const { id } = await startHandler(manifest, starter, startExecution)(input, context);

    expect(await records.runs.get(id)).toMatchObject({ status: 'running' });
    expect(started).toEqual([id]);
  });

  it('ends the run when its machine is gone', async () => {
    const { records, starter } = deployedWorld();
    const gone = new SluiceError({ code: 'test.gone', message: 'gone', mend: 'deploy' });
    const start = startHandler(manifest, starter, () => Promise.reject(gone));

    const { id } = await start({ parameters: { source: SOURCE } }, context);

    expect(await records.runs.get(id)).toMatchObject({ status: 'failed', error: { code: 'test.gone' } });
  });

  it('ends the run when its execution could not be started until Lambda tries no more', async () => {
    const { records, starter } = deployedWorld();
    const passing = new SluiceError({ code: 'test.away', message: 'away', mend: 'wait', retry: 'transient' });
    const input = { event: 'e-4', parameters: { source: SOURCE } };
    const tryAfter = (delayMs: number) => {
      const later = { ...starter, now: () => starter.now() + delayMs };
      return startHandler(manifest, later, () => Promise.reject(passing))(input, context);
    };

    await expect(tryAfter(0)).rejects.toBe(passing);
    await expect(tryAfter(60_000)).rejects.toBe(passing);
    const { id, status } = await tryAfter(180_000);

    expect(status).toBe('failed');
    expect(await records.runs.get(id)).toMatchObject({ status: 'failed', error: { code: 'test.away' } });
  });
});
