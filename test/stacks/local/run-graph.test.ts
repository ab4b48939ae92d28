import { afterEach, describe, expect, it } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { json, list, scalar } from '../../../src/pipeline/artifact-types.ts';
import { map } from '../../../src/pipeline/map.ts';
import { flag } from '../../../src/pipeline/parameters.ts';
import { pipeline, type Pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { when } from '../../../src/pipeline/when.ts';
import { silentObserver, type RunObserver } from '../../../src/runs/run-observer.ts';
import { runGraph } from '../../../src/stacks/local/run-graph.ts';
import { stepWorld } from '../../runs/step-world.ts';

const started: string[] = [];
let allBegun = Promise.withResolvers<void>();
const permanent = new SluiceError({ code: 'test.permanent', message: 'on purpose', mend: 'nothing' });
const named = (name: string, run: (signal: AbortSignal) => unknown, policy = {}) =>
  step({
    name,
    version: '1',
    inputs: {},
    outputs: { go: scalar<boolean>(), items: list<number>() },
    policy: { cache: false, backoffMs: 1, ...policy },
    run: async (_inputs, _parameters, { signal }) => {
      started.push(name);
      await run(signal);
      return { go: true, items: [0, 1, 2, 3, 4, 5] };
    },
  });
const quick = named('quick', () => undefined);
const other = named('other', () => undefined);
const failing = named('failing', () => Promise.reject(permanent));
const endless = named('endless', () => new Promise(() => {}));
const flaky = named('flaky', () => Promise.reject(new Error('reset')), { retries: 3 });
/** Item 0 is done at once, 1 fails when 2 and 3 have begun, which wait until they are stopped. */
const each = step({
  name: 'each',
  version: '1',
  inputs: { item: json<number>() },
  outputs: { item: json<number>() },
  policy: { cache: false },
  run: async ({ item }, _parameters, { signal }) => {
    started.push(`each ${item}`);
    if (started.length === 5) allBegun.resolve();
    if (item > 1) await new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
    if (item === 1) await allBegun.promise.then(() => Promise.reject(permanent));
    return { item };
  },
});

let close: () => Promise<void>;
afterEach(() => close());

async function walk(declared: Pipeline, observer: RunObserver = silentObserver) {
  started.length = 0;
  allBegun = Promise.withResolvers();
  const world = await stepWorld(declared);
  close = world.close;
  const run = await world.start();
  const stop = new AbortController();
  const delays: number[] = [];
  const sleep = async (delayMs: number) => void delays.push(delayMs);
  const worker = { ...world.worker, signal: stop.signal };
  const error: unknown = await runGraph({ worker, run, observer, random: () => 1, sleep, stop }, declared.nodes).catch(
    (thrown: unknown) => thrown,
  );
  const steps = await world.records.steps.list(run.id);
  return {
    error,
    delays,
    steps: Object.fromEntries(steps.map((record) => [record.key, record.error?.code ?? record.status])),
  };
}
const declare = (draw: () => void) => pipeline('drawn', { parameters: {} }, draw);

describe('runGraph', () => {
  it('stops what runs beside a step that failed, as a failed branch of a Parallel does', async () => {
    const { error, steps } = await walk(
      declare(() => {
        endless({});
        failing({});
      }),
    );

    expect(error).toBe(permanent);
    expect(steps).toEqual({ endless: 'step.abandoned', failing: 'test.permanent' });
  });

  it('stops the other items of a map when one fails, and begins no more', async () => {
    const { error, steps } = await walk(
      declare(() => {
        map(quick({}).items, { maxItems: 6, concurrency: 3 }, (item) => each({ item }).item);
      }),
    );

    expect(error).toBe(permanent);
    expect(started.toSorted()).toEqual(['each 0', 'each 1', 'each 2', 'each 3', 'quick']);
    expect(steps).toEqual({
      quick: 'completed',
      'each@map#0': 'completed',
      'each@map#1': 'test.permanent',
      'each@map#2': 'step.abandoned',
      'each@map#3': 'step.abandoned',
    });
  });

  it('works on no more items at once than the map allows', async () => {
    let [working, most] = [0, 0];
    const observer: RunObserver = {
      ...silentObserver,
      stepStarted: ({ node }) => void (node === 'other' && (most = Math.max(most, ++working))),
      stepEnded: ({ node }) => void (node === 'other' && working--),
    };
    await walk(
      declare(() => {
        map(quick({}).items, { maxItems: 6, concurrency: 2 }, () => other({}).go);
      }),
      observer,
    );

    expect(most).toBe(2);
    expect(started).toHaveLength(7);
  });

  it('takes no branch of a stage in which a step failed', async () => {
    const { steps } = await walk(
      pipeline('drawn', { parameters: { go: flag({ default: true }) } }, ({ go }) => {
        when(go, () => void quick({}));
        failing({});
      }),
    );

    expect(steps).toEqual({ failing: 'test.permanent' });
  });

  it('takes branches of one stage one after the other, as they were declared', async () => {
    await walk(
      pipeline('drawn', { parameters: { go: flag({ default: true }) } }, ({ go }) => {
        when(go, () => void quick({}));
        when(go, () => void other({}));
        named('first', () => undefined)({});
      }),
    );

    expect(started).toEqual(['first', 'quick', 'other']);
  });

  it('retries as the policy says and throws the last error', async () => {
    const { error, delays, steps } = await walk(declare(() => void flaky({})));

    expect(error).toMatchObject({ message: 'reset' });
    expect(started).toEqual(['flaky', 'flaky', 'flaky', 'flaky']);
    expect(delays).toEqual([1, 2, 4]);
    expect(steps).toEqual({ flaky: 'step.failed' });
  });

  it('retries no step of a run that is ending', async () => {
    const { error } = await walk(
      declare(() => {
        flaky({});
        failing({});
      }),
    );

    expect(error).toBe(permanent);
    expect(started.filter((name) => name === 'flaky')).toHaveLength(1);
  });

  it('tells the observer of every attempt', async () => {
    const told: string[] = [];
    await walk(
      declare(() => void flaky({})),
      {
        ...silentObserver,
        stepStarted: ({ attempt }) => void told.push(`started ${attempt}`),
        stepEnded: ({ attempt, status }) => void told.push(`${status} ${attempt}`),
      },
    );

    expect(told.slice(0, 4)).toEqual(['started 0', 'failed 0', 'started 1', 'failed 1']);
    expect(told).toHaveLength(8);
  });
});
