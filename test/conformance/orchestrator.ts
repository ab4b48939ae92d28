import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeArtifact } from '../../src/artifacts/decode-artifact.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { silentObserver, type StartedStep } from '../../src/runs/run-observer.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import type { Scalar, StepRecord } from '../../src/tracking/step-record.ts';
import { chain } from './orchestrator/pipelines/chain/pipeline.ts';
import { condition } from './orchestrator/pipelines/condition/pipeline.ts';
import { distributed } from './orchestrator/pipelines/distributed/pipeline.ts';
import { failing } from './orchestrator/pipelines/failing/pipeline.ts';
import { hurried } from './orchestrator/pipelines/hurried/pipeline.ts';
import { inTurn } from './orchestrator/pipelines/in-turn/pipeline.ts';
import { mapped } from './orchestrator/pipelines/mapped/pipeline.ts';
import { pickyItems } from './orchestrator/pipelines/picky-items/pipeline.ts';
import { retried } from './orchestrator/pipelines/retried/pipeline.ts';
import { slow } from './orchestrator/pipelines/slow/pipeline.ts';

/**
 * What every stack promises of runs: the same small pipelines leave the same records. A deployed stack may know them
 * from an earlier suite, so what must run anew runs without the cache.
 */
export function orchestratorSuite(
  name: string,
  open: () => Promise<{ stack: Stack; close: () => Promise<void> }>,
  {
    /** False where the place forgets the names of errors, so that it retries those that are permanent, too. */
    tellsPermanentErrors = true,
    /** False where the place does not end executions at their limit. */
    limitsRuns = true,
    /** False where nobody can stop an execution. */
    stopsRuns = true,
    /** False where a Distributed Map succeeds though an item failed. */
    failsDistributedMaps = true,
  } = {},
): void {
  const lastAttempt = tellsPermanentErrors ? 0 : expect.any(Number);

  describe(`orchestrator: ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    async function run(pipeline: Pipeline, parameters: Record<string, Scalar> = {}, useCache = true) {
      const { orchestrator, records } = opened.stack;
      const record = await orchestrator.run({ pipeline, parameters, useCache }, silentObserver);
      return { record, steps: await records.steps.list(record.id) };
    }
    const output = (steps: readonly StepRecord[], key: string, artifact: string) =>
      decodeArtifact(opened.stack.artifacts, steps.find((step) => step.key === key)!.outputs!.artifacts[artifact]!);

    it('runs a chain and hands values on', async () => {
      const { record, steps } = await run(chain, {}, false);

      expect(record.status).toBe('completed');
      expect(states(steps)).toEqual({ seed: 'completed', double: 'completed', 'double-2': 'completed' });
      expect(await output(steps, 'double-2', 'value')).toBe(12);
    });

    it('records what steps log and the numbers of metrics artifacts', async () => {
      const { record } = await run(chain, { size: 5 });

      const data = await opened.stack.records.logs.data(record.id);

      expect(data.parameters).toEqual({ size: '5' });
      expect(data.metrics['scores.size']).toMatchObject({ value: 5, step: 0 });
    });

    it('reuses every step of an equal run, its log too, and none without the cache', async () => {
      const first = await run(chain, {}, false);
      const second = await run(chain);
      const third = await run(chain, {}, false);

      expect(states(second.steps)).toEqual({ seed: 'cached', double: 'cached', 'double-2': 'cached' });
      expect(second.steps.map(({ outputs }) => outputs)).toEqual(first.steps.map(({ outputs }) => outputs));
      expect((await opened.stack.records.logs.data(second.record.id)).parameters).toEqual({ size: '3' });
      expect(states(third.steps)).toEqual({ seed: 'completed', double: 'completed', 'double-2': 'completed' });
    });

    it('runs a step again when its artifact is gone', async () => {
      const { steps } = await run(chain);
      await opened.stack.artifacts.remove(steps.find(({ key }) => key === 'double')!.outputs!.artifacts['value']!.key);

      const again = await run(chain);

      expect(states(again.steps)).toEqual({ seed: 'cached', double: 'completed', 'double-2': 'cached' });
    });

    it.each([
      [true, { decide: 'completed', seed: 'completed' }],
      [false, { decide: 'completed' }],
    ])('takes a condition that is %s', async (go, expected) => {
      const { record, steps } = await run(condition, { go }, false);

      expect(record.status).toBe('completed');
      expect(states(steps)).toEqual(expected);
    });

    it('maps over a list and gathers in order', async () => {
      const { record, steps } = await run(mapped, { size: 4 });

      expect(record.status).toBe('completed');
      expect(Object.keys(states(steps)).toSorted()).toEqual([
        'double@map#0',
        'double@map#1',
        'double@map#2',
        'double@map#3',
        'seed',
        'total',
      ]);
      expect(await output(steps, 'total', 'sum')).toBe(120);
    });

    it('maps over more items than an inline map takes', async () => {
      const { record, steps } = await run(distributed, { size: 45 });

      expect(record.status).toBe('completed');
      expect(steps).toHaveLength(47);
      expect(await output(steps, 'total', 'sum')).toBe(19_800);
    });

    it.each([mapped, distributed])('maps over an empty list: $name', async (pipeline) => {
      const { record, steps } = await run(pipeline, { size: 0 });

      expect(record.status).toBe('completed');
      expect(await output(steps, 'total', 'sum')).toBe(0);
    });

    it.each([
      { pipeline: mapped, size: 6 },
      { pipeline: distributed, size: 51 },
    ])('refuses a list that is longer than its map allows: $pipeline.name', async ({ pipeline, size }) => {
      const { record, steps } = await run(pipeline, { size }, false);

      expect(record).toMatchObject({ status: 'failed', error: { code: 'run.too-many-items' } });
      expect(states(steps)).toEqual({ seed: 'failed' });
    });

    it.runIf(failsDistributedMaps)('fails a run by the error of the item that failed', async () => {
      const { record, steps } = await run(pickyItems);

      expect(record).toMatchObject({ status: 'failed', error: { code: 'test.picky' } });
      expect(steps.find(({ key }) => key === 'picky@map#2')).toMatchObject({ status: 'failed', attempt: lastAttempt });
    });

    it('retries a failing step until it succeeds', async () => {
      const { record, steps } = await run(retried, { failures: 2, key: randomUUID() });

      expect(record.status).toBe('completed');
      expect(steps).toMatchObject([{ key: 'flaky', status: 'completed', attempt: 2 }]);
    });

    it('fails the run when the retries are used up', async () => {
      const { record, steps } = await run(retried, { failures: 3, key: randomUUID() });

      expect(record).toMatchObject({ status: 'failed', error: { code: 'step.failed' } });
      expect(steps).toMatchObject([
        { status: 'failed', attempt: 2, error: { message: expect.stringContaining('on purpose') } },
      ]);
    });

    it('ends a step that takes longer than it may', async () => {
      const { record, steps } = await run(slow);

      expect(record).toMatchObject({ status: 'failed', error: { code: 'step.timed-out' } });
      expect(steps).toMatchObject([{ key: 'sleepy', status: 'failed', error: { code: 'step.timed-out' } }]);
    });

    it.runIf(limitsRuns)(
      'ends a run that takes longer than its pipeline allows, and says the limit',
      async () => {
        const { record } = await run(hurried);

        expect(record).toMatchObject({
          status: 'timed-out',
          error: { code: 'run.timed-out', seen: expect.stringContaining('over 3000 ms') },
        });
      },
      60_000,
    );

    it.runIf(stopsRuns)(
      'stops a run under way, and the step that it is in',
      async () => {
        const { orchestrator, records } = opened.stack;
        let stopped: Promise<unknown> | undefined;
        const stopIt = ({ run: id }: StartedStep) => {
          stopped = records.runs.get(id).then((started) => orchestrator.stop(started!));
        };
        const request = { pipeline: hurried, parameters: {}, useCache: false };
        const record = await orchestrator.run(request, { ...silentObserver, stepStarted: stopIt });

        expect(record).toMatchObject({ status: 'stopped', error: { code: 'run.stopped' } });
        expect(await stopped).toEqual(record);
        expect(await records.steps.list(record.id)).toMatchObject([{ error: { code: 'step.abandoned' } }]);
      },
      60_000,
    );

    it('lets runs of a pipeline wait for each other where it says so', async () => {
      const both = await Promise.all([run(inTurn), run(inTurn)]);

      expect(both.map(({ record }) => record.status)).toEqual(['completed', 'completed']);
      const steps = both.flatMap((one) => one.steps).toSorted((a, b) => a.startedAtMs - b.startedAtMs);
      expect(steps).toHaveLength(2);
      expect(steps[1]!.startedAtMs).toBeGreaterThanOrEqual(steps[0]!.endedAtMs!);
    }, 60_000);

    it('does not retry a permanent error and runs nothing after it', async () => {
      const { record, steps } = await run(failing);

      expect(record).toMatchObject({ status: 'failed', error: { code: 'test.permanent', mend: 'nothing' } });
      expect(steps.find(({ key }) => key === 'broken')).toMatchObject({ status: 'failed', attempt: lastAttempt });
      expect(states(steps)).not.toHaveProperty('seed');
    });

    it('lists the steps it planned, those that never ran too', async () => {
      const { record } = await run(condition, { go: false });

      expect(record.plan).toMatchObject([
        { node: 'decide', step: 'decide' },
        { node: 'seed', step: 'seed' },
      ]);
    });
  });
}

function states(steps: readonly StepRecord[]): Record<string, string> {
  return Object.fromEntries(steps.map(({ key, status }) => [key, status]));
}
