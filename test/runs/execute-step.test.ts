import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { json, list, metrics } from '../../src/pipeline/artifact-types.ts';
import { map } from '../../src/pipeline/map.ts';
import { integer } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import type { StepContext } from '../../src/pipeline/step-context.ts';
import { finishRun } from '../../src/runs/finish.ts';
import type { LogBatch } from '../../src/tracking/metric.ts';
import type { StepRecord } from '../../src/tracking/step-record.ts';
import { stepWorld } from './step-world.ts';

/** What the code of `work` does; each test says. */
let behave: (context: StepContext) => unknown;
let calls: number;
const work = step({
  name: 'work',
  version: '1',
  inputs: {},
  outputs: { value: json<number>(), items: list<number>(), scores: metrics<{ mse: number }>() },
  policy: { timeoutMs: 50 },
  run: async (_inputs, { size }: { size: number }, context) => {
    calls += 1;
    context.log.parameter('size', size);
    await behave(context);
    return { value: size, items: Array.from({ length: size }, () => 1), scores: { mse: 0.5 } };
  },
});
const uncached = step({
  name: 'uncached',
  version: '1',
  inputs: { value: json<number>() },
  outputs: {},
  policy: { cache: false },
  run: () => {
    calls += 1;
    return {};
  },
});
const worked = pipeline('worked', { parameters: { size: integer({ default: 3 }) } }, ({ size }) => {
  const { value, items } = work({}, { size });
  uncached({ value });
  map(items, { maxItems: 4, concurrency: 1 }, (item) => {
    uncached({ value: item });
    return item;
  });
});

let world: Awaited<ReturnType<typeof stepWorld>>;
beforeEach(async () => {
  behave = () => undefined;
  calls = 0;
  world = await stepWorld(worked);
});
afterEach(() => world.close());
const recordOf = (run: string) => world.records.steps.get(run, 'work');

describe('executeStep', () => {
  it('runs a step and records what it made, from what, and what it logged', async () => {
    const { id } = await world.start();

    const record = await world.execute(id, 'work');

    expect(record).toMatchObject({ run: id, key: 'work', status: 'completed', attempt: 0 });
    expect(record.cacheKeyParts).toEqual({ code: 'version 1', parameters: { size: '3' }, inputs: {} });
    expect(record.notReused).toBe('nothing-known');
    expect(record.outputs!.artifacts).toMatchObject({ value: { type: 'json' }, items: { type: 'list', count: 3 } });
    expect(record.log).toMatchObject({ parameters: { size: '3' }, metrics: [{ key: 'scores.mse', value: 0.5 }] });
    expect(record.endedAtMs).toBeGreaterThan(record.startedAtMs);
    expect(await recordOf(id)).toEqual(record);
  });

  it('writes the parameters of a step before it commits it, and its metrics after', async () => {
    const { id } = await world.start();
    const { logs, steps } = world.records;
    const done: string[] = [];
    const records = {
      ...world.records,
      logs: {
        ...logs,
        log: (run: string, batch: LogBatch) => {
          done.push(`log ${Object.keys(batch.parameters ?? {})} ${batch.metrics?.map(({ key }) => key) ?? ''}`);
          return logs.log(run, batch);
        },
      },
      steps: {
        ...steps,
        commit: (record: StepRecord) => {
          done.push(`commit ${record.status}`);
          return steps.commit(record);
        },
      },
    };

    await world.execute(id, 'work', 0, { records });

    expect(done).toEqual(['log size ', 'commit completed', 'log  scores.mse']);
  });

  it('answers work that is done already without doing it again', async () => {
    const { id } = await world.start();
    const first = await world.execute(id, 'work');

    const again = await world.execute(id, 'work', 1);

    expect(again).toEqual(first);
    expect(calls).toBe(1);
  });
});

const countPoints = async (run: string) =>
  (await world.records.logs.history(run, 'scores.mse', { limit: 9 })).items.length;

describe('executeStep when attempts cross', () => {
  it('does not begin when a later attempt has', async () => {
    const { id } = await world.start();
    await world.records.steps.begin(running(id, 1));

    await expect(world.execute(id, 'work', 0)).rejects.toMatchObject({ code: 'step.superseded' });
    expect(calls).toBe(0);
  });

  it('drops what it made when a later attempt took over meanwhile', async () => {
    const { id } = await world.start();
    behave = () => world.records.steps.begin(running(id, 1));

    await expect(world.execute(id, 'work', 0)).rejects.toMatchObject({ code: 'step.superseded' });
    expect(await recordOf(id)).toEqual(running(id, 1));
    expect(await countPoints(id)).toBe(0);
  });

  it('answers what a later attempt made when that was quicker', async () => {
    const { id } = await world.start();
    behave = async () => {
      behave = () => undefined;
      await world.execute(id, 'work', 1);
    };

    expect(await world.execute(id, 'work', 0)).toMatchObject({ status: 'completed', attempt: 1 });
  });
});

describe('executeStep and the cache', () => {
  it('reuses outputs and log of an earlier run by the same key', async () => {
    const [first, second] = [await world.start(), await world.start()];
    const made = await world.execute(first.id, 'work');

    const reused = await world.execute(second.id, 'work');

    expect(reused).toMatchObject({ status: 'cached', cachedFrom: first.id, outputs: made.outputs, log: made.log });
    expect(reused.cacheKeyParts).toEqual(made.cacheKeyParts);
    expect((await world.records.logs.data(second.id)).metrics['scores.mse']).toMatchObject({ value: 0.5 });
    expect(calls).toBe(1);
  });

  it('runs again when an artifact of the hit is gone', async () => {
    const [first, second] = [await world.start(), await world.start()];
    const { outputs } = await world.execute(first.id, 'work');
    await world.artifacts.remove(outputs!.artifacts['value']!.key);

    expect(await world.execute(second.id, 'work')).toMatchObject({
      status: 'completed',
      notReused: 'artifact-gone',
      outputs,
    });
  });

  it.each([
    ['a run without the cache', { useCache: false }, 'off-for-run'],
    ['other parameters', { parameters: { size: 2 } }, 'nothing-known'],
  ])('runs again for %s', async (_why, request, notReused) => {
    await world.execute((await world.start()).id, 'work');

    const record = await world.execute((await world.start(request)).id, 'work');

    expect(record).toMatchObject({ status: 'completed', notReused });
  });

  it('never reuses a step whose policy says so', async () => {
    for (const { id } of [await world.start(), await world.start()]) {
      await world.execute(id, 'work');
      expect(await world.execute(id, 'uncached')).toMatchObject({ notReused: 'off-for-step' });
    }
  });
});

describe('executeStep when something fails', () => {
  it('records an error of the code under a code, with its stack, and throws it on', async () => {
    const { id } = await world.start();
    const error = new Error('on purpose');
    behave = () => Promise.reject(error);

    await expect(world.execute(id, 'work')).rejects.toBe(error);
    expect(await recordOf(id)).toMatchObject({
      status: 'failed',
      error: { code: 'step.failed', message: 'Error: on purpose', stack: error.stack },
    });
  });

  it('records a coded error as itself', async () => {
    const { id } = await world.start();
    const facts = { code: 'test.wrong', message: 'wrong', seen: '1', allowed: '2', mend: 'turn it' } as const;
    behave = () => Promise.reject(new SluiceError(facts));

    await expect(world.execute(id, 'work')).rejects.toMatchObject({ code: 'test.wrong' });
    expect((await recordOf(id))!.error).toEqual(facts);
  });

  it('gives up an attempt whose time is over', async () => {
    const { id } = await world.start();
    behave = () => new Promise(() => {});

    await expect(world.execute(id, 'work')).rejects.toMatchObject({ code: 'step.timed-out', transient: true });
    expect(await recordOf(id)).toMatchObject({ status: 'failed', error: { code: 'step.timed-out' } });
  });

  it('records an attempt as abandoned when its run ended around it', async () => {
    const { id } = await world.start();
    const stop = new AbortController();
    behave = () => stop.abort(new Error('another step failed'));

    await expect(world.execute(id, 'work', 0, { signal: stop.signal })).rejects.toThrow('another step failed');
    expect(await recordOf(id)).toMatchObject({ status: 'failed', error: { code: 'step.abandoned' } });
  });

  it('is mended by the next attempt when the records failed to commit', async () => {
    const { id } = await world.start();
    const { steps } = world.records;
    const lost = { ...steps, commit: () => Promise.reject(new Error('no connection')) };
    const records = { ...world.records, steps: lost };

    await expect(world.execute(id, 'work', 0, { records })).rejects.toThrow('no connection');
    expect(await world.execute(id, 'work', 1)).toMatchObject({ status: 'completed', attempt: 1 });
    expect(await countPoints(id)).toBe(1);
  });

  it('loses no metric and doubles none when it is cut off between committing and logging', async () => {
    const { id } = await world.start();
    const { logs } = world.records;
    const log = (run: string, batch: LogBatch) =>
      batch.metrics ? Promise.reject(new Error('no connection')) : logs.log(run, batch);
    const records = { ...world.records, logs: { ...logs, log } };
    await expect(world.execute(id, 'work', 0, { records })).rejects.toThrow('no connection');

    expect(await world.execute(id, 'work', 1)).toMatchObject({ status: 'completed', attempt: 0 });
    await world.execute(id, 'work', 2);

    expect(await countPoints(id)).toBe(1);
    expect(calls).toBe(1);
  });

  it('throws what the step failed of when the records fail too', async () => {
    const { id } = await world.start();
    const { steps } = world.records;
    const lost = { ...steps, commit: () => Promise.reject(new Error('no connection')) };
    behave = () => {
      throw new Error('the data is wrong');
    };

    const attempt = world.execute(id, 'work', 0, { records: { ...world.records, steps: lost } });

    await expect(attempt).rejects.toThrow('the data is wrong');
  });

  it('refuses a list that is longer than the map over it allows', async () => {
    const { id } = await world.start({ parameters: { size: 5 } });

    await expect(world.execute(id, 'work')).rejects.toMatchObject({ code: 'run.too-many-items', transient: false });
    expect(await recordOf(id)).toMatchObject({ status: 'failed' });
  });

  it('refuses a step whose input was never made', async () => {
    const { id } = await world.start();

    await expect(world.execute(id, 'uncached')).rejects.toMatchObject({ code: 'run.output-missing' });
  });

  it('refuses work of a run that ended, or of none', async () => {
    const { id } = await world.start();
    await finishRun(world.records, id, { status: 'stopped', endedAtMs: 9 });

    await expect(world.execute(id, 'work')).rejects.toMatchObject({ code: 'run.not-running' });
    await expect(world.execute('none', 'work')).rejects.toMatchObject({ code: 'run.not-running' });
  });

  it('refuses a node that the pipeline does not have, and says which it has', async () => {
    const { id } = await world.start();

    await expect(world.execute(id, 'gone')).rejects.toMatchObject({
      code: 'step.unknown',
      facts: { allowed: 'work, uncached, uncached-2' },
    });
  });
});

function running(run: string, attempt: number): StepRecord {
  return { v: 1, run, key: 'work', node: 'work', step: 'work', status: 'running', attempt, startedAtMs: 5 };
}
