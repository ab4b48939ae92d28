import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json } from '../../src/pipeline/artifact-types.ts';
import { manifestOf } from '../../src/pipeline/manifest.ts';
import { file, integer } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { startRun, type StartRequest, type Starter } from '../../src/runs/start.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';

const make = step({ name: 'make', inputs: {}, outputs: { out: json<number>() }, run: () => ({ out: 1 }) });
const declared = pipeline('orders', { parameters: { source: file(), size: integer({ default: 3 }) } }, () => {
  make({});
});
const placed = { file: { uri: 'file:///a.csv', name: 'a.csv', sha256: 'a'.repeat(64), sizeBytes: 1 } };
let records: RecordStore;
let asked: string[][];
beforeEach(() => {
  records = openSqliteRecords(':memory:');
  asked = [];
});
afterEach(() => records.close());

function start(changes: Partial<StartRequest> = {}, more: Partial<Starter> = {}) {
  const starter: Starter = {
    manifest: manifestOf(declared, {}),
    stack: 'local',
    records,
    placeFile: async (...names) => {
      asked.push(names);
      return placed;
    },
    now: () => 7,
    ...more,
  };
  const request: StartRequest = {
    parameters: { source: 'a.csv', size: '4' },
    useCache: true,
    trigger: { kind: 'command' },
    ...changes,
  };
  return startRun(starter, request);
}

describe('startRun', () => {
  it('records a running run of checked parameters, its files fixed', async () => {
    const run = await start();

    expect(run).toMatchObject({
      pipeline: 'orders',
      stack: 'local',
      status: 'running',
      parameters: { source: placed, size: 4 },
      plan: [{ node: 'make', step: 'make' }],
      startedAtMs: 7,
    });
    expect(run.id).toMatch(/^[0-9a-f]{32}$/);
    expect(asked).toEqual([['source', 'a.csv']]);
    expect(await records.runs.get(run.id)).toEqual(run);
    expect(await records.experiments.get(run.experimentId)).toMatchObject({ name: 'orders' });
  });

  it('puts the runs of a pipeline into one experiment, each under its own id', async () => {
    const [first, second] = [await start(), await start()];

    expect(second.experimentId).toBe(first.experimentId);
    expect(second.id).not.toBe(first.id);
  });

  it('leaves a run of that id as it is', async () => {
    const first = await start({ run: 'r' });

    expect(await start({ run: 'r', useCache: false }, { now: () => 8 })).toEqual(first);
  });

  it('keeps the lease of a run in process', async () => {
    const lease = { leaseUntilMs: 9, process: { host: 'h', pid: 1 } };

    expect(await start({ lease })).toMatchObject(lease);
    expect(await start()).not.toHaveProperty('leaseUntilMs');
  });

  it.each([
    ['parameter.unknown', { source: 'a', sise: 1 }],
    ['parameter.missing', {}],
    ['parameter.not-allowed', { source: 'a', size: 'many' }],
  ])('throws %s before anything is placed or recorded', async (code, parameters) => {
    await expect(start({ parameters })).rejects.toMatchObject({ code });
    expect(asked).toEqual([]);
    expect((await records.experiments.list({ limit: 1 })).items).toEqual([]);
  });

  it('records nothing when a file cannot be placed', async () => {
    const placeFile = () => Promise.reject(new Error('no such file'));

    await expect(start({}, { placeFile })).rejects.toThrow('no such file');
    expect((await records.experiments.list({ limit: 1 })).items).toEqual([]);
  });
});
