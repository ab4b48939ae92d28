import { describe, expect, it } from 'vitest';
import { finishHandler } from '../../../lambdas/finish/handler.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { recordRun } from '../../../src/runs/record-run.ts';
import type { ArrivedEvent } from '../../../src/stacks/aws/orchestrator/execution-event.ts';
import { stateError } from '../../../src/stacks/aws/orchestrator/state-error.ts';
import { stepSample } from '../../conformance/record-store/samples.ts';
import { deployedWorld } from '../deployed-world.ts';

const aws = { stack: 'aws', service: 'sluice' };
const run = '0123456789abcdef0123456789abcdef';

function ended(changes: Partial<ArrivedEvent>): { detail: ArrivedEvent } {
  const stateMachineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:sluice-orders';
  const times = { startDate: Date.parse('2026-05-03T11:59:00Z'), stopDate: Date.parse('2026-05-03T12:01:00Z') };
  return { detail: { name: run, status: 'SUCCEEDED', stateMachineArn, ...times, input: '{}', ...changes } };
}

function refusedBy(error: Error): Pick<ArrivedEvent, 'status' | 'error' | 'cause'> {
  const thrown = stateError(error);
  const cause = JSON.stringify({ errorType: thrown.name, errorMessage: thrown.message });
  return { status: 'FAILED', error: thrown.name, cause };
}

async function begunWorld() {
  const world = deployedWorld();
  await recordRun(world.starter, { run, useCache: true, trigger: { kind: 'command' } }, {});
  return world;
}

describe('the finish function', () => {
  it.each([
    ['SUCCEEDED', 'completed'],
    ['FAILED', 'failed'],
    ['TIMED_OUT', 'timed-out'],
    ['ABORTED', 'stopped'],
  ] as const)('ends the run of an execution that %s as %s', async (status, expected) => {
    const { records } = await begunWorld();

    await finishHandler(records, aws)(ended({ status }));

    expect(await records.runs.get(run)).toMatchObject({
      status: expected,
      endedAtMs: Date.parse('2026-05-03T12:01:00Z'),
    });
  });

  it('ends it at the same time where the event has times as text', async () => {
    const { records } = await begunWorld();
    const times = { startDate: '2026-05-03T11:59:00.000000Z', stopDate: '2026-05-03T12:01:00.250000+00:00' };

    await finishHandler(records, { ...aws, stack: 'localstack' })(ended(times));

    expect(await records.runs.get(run)).toMatchObject({ endedAtMs: Date.parse('2026-05-03T12:01:00.250Z') });
  });

  it('ends the steps that an abort left running', async () => {
    const { records } = await begunWorld();
    const { step } = stepSample();
    await records.steps.begin(stepSample({ run, key: step, status: 'running' }));

    await finishHandler(records, aws)(ended({ status: 'ABORTED' }));

    expect(await records.steps.get(run, step)).toMatchObject({ status: 'failed', error: { code: 'step.abandoned' } });
  });

  it('keeps the first ending when events are delivered twice or late', async () => {
    const { records } = await begunWorld();
    const finish = finishHandler(records, aws);

    await finish(ended({ status: 'ABORTED' }));
    await finish(ended({ status: 'ABORTED' }));
    await finish(ended({ status: 'SUCCEEDED' }));

    expect(await records.runs.get(run)).toMatchObject({ status: 'stopped' });
  });

  it('records the run of an execution that its first state refused, with what was asked and why not', async () => {
    const { records } = deployedWorld();
    const refusal = new SluiceError({ code: 'parameter.not-allowed', message: 'no', mend: 'change it' });
    const input = JSON.stringify({ parameters: { l2: -1 }, useCache: false });

    await finishHandler(records, { ...aws, stack: 'localstack' })(ended({ ...refusedBy(refusal), input }));

    expect(await records.runs.get(run)).toMatchObject({
      pipeline: 'orders',
      stack: 'localstack',
      status: 'failed',
      trigger: { kind: 'console' },
      parameters: { l2: -1 },
      useCache: false,
      plan: [],
      startedAtMs: Date.parse('2026-05-03T11:59:00Z'),
      error: { code: 'parameter.not-allowed' },
    });
  });

  it('names the pipeline of a service of another name', async () => {
    const { records } = deployedWorld();
    const stateMachineArn = 'arn:aws:states:eu-west-1:000000000000:stateMachine:shop-prod-orders';

    await finishHandler(records, { stack: 'aws', service: 'shop-prod' })(ended({ stateMachineArn }));

    expect(await records.runs.get(run)).toMatchObject({ pipeline: 'orders', status: 'completed' });
  });

  it.each([null, '"text"', '{"parameters": 3}'])('records that run also when its input was %s', async (input) => {
    const { records } = deployedWorld();

    await finishHandler(records, aws)(ended({ status: 'TIMED_OUT', input }));

    expect(await records.runs.get(run)).toMatchObject({ status: 'timed-out', parameters: {} });
  });
});
