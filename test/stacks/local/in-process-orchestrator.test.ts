import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeArtifact } from '../../../src/artifacts/decode-artifact.ts';
import type { SourceFile } from '../../../src/data/source-file.ts';
import { json } from '../../../src/pipeline/artifact-types.ts';
import { file, integer } from '../../../src/pipeline/parameters.ts';
import { pipeline, type Pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import type { PrintedLine } from '../../../src/runs/printed/printed-line.ts';
import { silentObserver, type StartedStep } from '../../../src/runs/run-observer.ts';
import { hostName } from '../../../src/stacks/local/host-name.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';
import type { Stack } from '../../../src/stacks/stack.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import type { Scalar } from '../../../src/tracking/step-record.ts';
import { collect } from '../../collect.ts';

let whileRunning: () => Promise<unknown>;
const count = step({
  name: 'count',
  version: '1',
  inputs: {},
  outputs: { sizeBytes: json<number>() },
  run: async (_inputs, { source }: { source: SourceFile }) => ({
    sizeBytes: Buffer.concat(await collect(source.read())).length,
  }),
});
const wait = step({
  name: 'wait',
  version: '1',
  inputs: {},
  outputs: {},
  policy: { cache: false },
  run: async () => {
    await whileRunning();
    return {};
  },
});
const counted = pipeline('counted', { parameters: { source: file() } }, ({ source }) => void count({}, { source }));
const waiting = pipeline('waiting', { parameters: { n: integer({ default: 1 }) } }, () => void wait({}));

let folder: string;
let stack: Stack;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  stack = await openStack('local', { home: join(folder, 'home'), root: folder });
});
afterEach(async () => {
  await stack.close();
  await rm(folder, { recursive: true });
});
const run = (declared: Pipeline, parameters: Record<string, Scalar> = {}) =>
  stack.orchestrator.run({ pipeline: declared, parameters, useCache: true }, silentObserver);
const experiments = async () => (await stack.records.experiments.list({ limit: 10 })).items;

const slow = step({
  name: 'slow',
  version: '1',
  inputs: {},
  outputs: {},
  policy: { cache: false },
  run: (_inputs, _parameters, { progress }) => {
    progress(1, 2);
    progress(2, 2);
    return {};
  },
});
const shown = pipeline('shown', { parameters: { source: file() } }, ({ source }) => {
  count({}, { source });
  slow({});
});

describe('the in-process orchestrator', () => {
  it('tells how far a step is: of its own word, and as it reads a file', async () => {
    const path = join(folder, 'orders.csv');
    await writeFile(path, 'a,b\n1,2\n');
    const told: string[] = [];
    const observer = {
      ...silentObserver,
      stepProgressed: ({ key }: StartedStep, done: number, total: number) => void told.push(`${key} ${done}/${total}`),
    };

    const request = { pipeline: shown, parameters: { source: path }, useCache: true };
    const { id } = await stack.orchestrator.run(request, observer);

    expect(told.toSorted()).toEqual(['count 8/8', 'slow 1/2', 'slow 2/2']);
    expect((await stack.records.steps.get(id, 'slow'))!.log).toEqual({ parameters: {}, metrics: [], tags: {} });
  });

  it('tells what steps print, and keeps it with the run', async () => {
    const talk = step({
      name: 'talk',
      version: '1',
      inputs: {},
      outputs: {},
      run: () => {
        console.warn('%d rows', 3);
        return {};
      },
    });
    const talking = pipeline('talking', { parameters: {} }, () => void talk({}));
    const told: string[] = [];
    const observer = {
      ...silentObserver,
      stepPrinted: ({ step: key, text }: PrintedLine) => void told.push(`${key}: ${text}`),
    };

    const ended = await stack.orchestrator.run({ pipeline: talking, parameters: {}, useCache: true }, observer);

    expect(told).toEqual(['talk: 3 rows']);
    expect((await stack.printed.read(ended, ['talk'], 0)).lines).toMatchObject([{ level: 'warn', text: '3 rows' }]);
  });

  it('reads a file given by path or by file: URI, and fixes its hash in the run', async () => {
    const path = join(folder, 'orders.csv');
    await writeFile(path, 'a,b\n1,2\n');

    const [first, second] = [await run(counted, { source: path }), await run(counted, { source: `file://${path}` })];

    const record = (await stack.records.steps.get(first.id, 'count'))!;
    expect(await decodeArtifact(stack.artifacts, record.outputs!.artifacts['sizeBytes']!)).toBe(8);
    expect(first.parameters['source']).toMatchObject({ file: { name: 'orders.csv', sizeBytes: 8 } });
    expect(second.parameters).toEqual(first.parameters);
  });

  it('starts no run when a parameter or a file is wrong', async () => {
    await expect(run(waiting, { m: 1 })).rejects.toMatchObject({ code: 'parameter.unknown' });
    await expect(run(counted, { source: join(folder, 'gone.csv') })).rejects.toMatchObject({
      code: 'data.file-missing',
    });
    expect(await experiments()).toEqual([]);
  });

  it('names its process in the record of a run, so that its death can be seen', async () => {
    let seen: RunRecord | undefined;
    whileRunning = async () => {
      const [{ id } = { id: '' }] = await experiments();
      seen = (await stack.records.runs.list(id, { limit: 1 })).items[0];
    };

    await run(waiting);

    expect(seen).toMatchObject({ status: 'running', process: { host: hostName(), pid: process.pid } });
    expect(seen!.leaseUntilMs).toBeGreaterThan(seen!.startedAtMs);
  });

  it('ends a run that takes longer than its pipeline allows, and the step it was at', async () => {
    whileRunning = () => new Promise(() => {});
    const short = pipeline('short', { parameters: {}, timeoutMs: 20 }, () => void wait({}));

    const ended = await run(short);

    expect(ended).toMatchObject({
      status: 'timed-out',
      error: { code: 'run.timed-out', seen: 'over 20 ms, in wait' },
    });
    expect(await stack.records.steps.list(ended.id)).toMatchObject([
      { status: 'failed', error: { code: 'step.abandoned' } },
    ]);
  });

  it('stops what is under way when interrupted, and starts no step after', async () => {
    whileRunning = async () => {
      stack.orchestrator.interrupt!();
      await new Promise(() => {});
    };

    const [first, second] = [await run(waiting), await run(waiting)];

    expect(first).toMatchObject({ status: 'stopped', error: { code: 'run.stopped' } });
    expect(await stack.records.steps.list(first.id)).toMatchObject([{ status: 'failed' }]);
    expect(second.status).toBe('stopped');
    expect(await stack.records.steps.list(second.id)).toEqual([]);
  });

  it('ends a run whose last step took all of its time and left none to the timer', async () => {
    whileRunning = async () => {
      const begunMs = performance.now();
      while (performance.now() - begunMs < 30); // computes without a pause
    };
    const short = pipeline('short', { parameters: {}, timeoutMs: 20 }, () => void wait({}));

    expect(await run(short)).toMatchObject({ status: 'timed-out', error: { code: 'run.timed-out' } });
  });

  it('stops a run under way and all that it is at', async () => {
    let stopped: RunRecord | undefined;
    whileRunning = async () => {
      const [{ id } = { id: '' }] = await experiments();
      const [current] = (await stack.records.runs.list(id, { limit: 1 })).items;
      stopped = await stack.orchestrator.stop(current!);
      return new Promise(() => {}); // its own end is of no use to anybody
    };

    const ended = await run(waiting);

    expect(ended).toMatchObject({ status: 'stopped', error: { code: 'run.stopped' } });
    expect(ended).toEqual(stopped);
    expect(await stack.records.steps.list(ended.id)).toMatchObject([
      { status: 'failed', error: { code: 'step.abandoned' } },
    ]);
  });

  it('answers how a run was ended from elsewhere', async () => {
    whileRunning = async () => {
      const [{ id } = { id: '' }] = await experiments();
      const [current] = (await stack.records.runs.list(id, { limit: 1 })).items;
      await stack.records.runs.finish(current!.id, { status: 'stopped', endedAtMs: 9 });
    };

    expect(await run(waiting)).toMatchObject({ status: 'stopped', endedAtMs: 9 });
  });

  it('gives a failed run the error of its step', async () => {
    whileRunning = () => Promise.reject(new TypeError('x is undefined'));

    const ended = await run(waiting);

    expect(ended).toMatchObject({ status: 'failed', error: { code: 'step.failed' } });
    expect(ended.error!.message).toBe('TypeError: x is undefined');
  });
});
