import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { json, model } from '../../src/pipeline/artifact-types.ts';
import { text } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import type { RegistryReader } from '../../src/pipeline/step-context.ts';
import type { Verdict } from '../../src/tracking/verdict.ts';
import { stepWorld } from './step-world.ts';

const features = { a: 'float' } as const;
let verdict: Verdict;
let mse: number;
const train = step({
  name: 'train',
  version: '1',
  inputs: {},
  outputs: { fitted: model(features), note: json<string>() },
  run: () => {
    const table = tableOf({ a: 'float', y: 'float' }, { a: [0, 1, 2], y: [1, 3, 5] });
    return { fitted: trainLinear({ table, features: ['a'], target: 'y' }), note: 'no model' };
  },
});
const look = step({
  name: 'look',
  version: '1',
  inputs: {},
  outputs: {},
  registry: 'read',
  run: async (_inputs, _parameters, { registry }) => {
    champion = await registry.champion('m');
    can = Object.keys(registry);
    return {};
  },
});
const release = step({
  name: 'release',
  version: '1',
  inputs: { fitted: model(features), note: json<string>() },
  outputs: {},
  policy: { cache: false },
  registry: 'release',
  run: async (_inputs, { input }: { input: string }, { registry }) => {
    await registry.release({ model: 'm', input, metrics: { mse }, verdict });
    return {};
  },
});
const plain = step({
  name: 'plain',
  version: '1',
  inputs: {},
  outputs: {},
  run: (_inputs, _parameters, context) => {
    can = Object.keys(context);
    return {};
  },
});
const released = pipeline('released', { parameters: { input: text({ default: 'fitted' }) } }, ({ input }) => {
  release(train({}), { input });
  look({});
  plain({});
});

let champion: Awaited<ReturnType<RegistryReader['champion']>>;
let can: string[];
let world: Awaited<ReturnType<typeof stepWorld>>;
beforeEach(async () => {
  mse = 0;
  verdict = { passed: true, rules: [{ rule: 'mse ≤ champion', value: 0, limit: null, passed: true }] };
  world = await stepWorld(released);
});
afterEach(() => world.close());

async function trained(input = 'fitted') {
  const run = await world.start({ parameters: { input } });
  const { outputs } = await world.execute(run.id, 'train');
  return { id: run.id, artifact: outputs!.artifacts['fitted']! };
}

describe('what a step may do with the registry', () => {
  it('is nothing unless it declares it', async () => {
    const { id } = await world.start();

    await world.execute(id, 'plain');

    expect(can.toSorted()).toEqual(['log', 'progress', 'signal']);
  });

  it('is to look at the champion, for one that reads', async () => {
    const { id } = await trained();
    await world.execute(id, 'look');
    expect(champion).toBeUndefined();

    await world.execute(id, 'release');
    await world.execute((await world.start({ useCache: false })).id, 'look');

    expect(can).toEqual(['champion']);
    if (champion === undefined || 'lost' in champion) throw new Error('no champion');
    expect(champion.version).toBe(1);
    expect([...champion.model.predict(tableOf({ a: 'float' }, { a: [3] }))]).toEqual([expect.closeTo(7, 9)]);
  });

  it('is to make the model of an input the next version and the champion, for one that releases', async () => {
    const { id, artifact } = await trained();

    const record = await world.execute(id, 'release');

    expect(record.released).toEqual({ model: 'm', version: 1, alias: 'champion' });
    expect(await world.records.registry.version('m', 1)).toMatchObject({ artifact, run: id, metrics: { mse: 0 } });
    expect(await world.records.registry.release('m')).toMatchObject({ champion: 1, sequence: 1 });
  });

  it('gives the same version to an attempt that releases again', async () => {
    const { id } = await trained();
    const { steps } = world.records;
    const failing = { ...world.records, steps: { ...steps, commit: () => Promise.reject(new Error('no connection')) } };

    await expect(world.execute(id, 'release', 0, { records: failing })).rejects.toThrow('no connection');
    const { released: again } = await world.execute(id, 'release', 1);

    expect(again).toMatchObject({ version: 1 });
    expect(await world.records.registry.release('m')).toMatchObject({ champion: 1, sequence: 1 });
  });

  it('leaves what serves as it is when that is the same model with the same metrics', async () => {
    await world.execute((await trained()).id, 'release');
    verdict = { passed: true, rules: [{ rule: 'mse ≤ champion', value: 0, limit: 0, passed: true, champion: 1 }] };
    const again = await trained();

    const record = await world.execute(again.id, 'release');

    expect(record.released).toEqual({ model: 'm', version: 1, alias: 'champion', unchanged: true });
    expect(await world.records.registry.version('m', 2)).toBeUndefined();
    expect(await world.records.registry.release('m')).toMatchObject({ champion: 1, sequence: 1 });
  });

  it('makes a version of the same model when it was measured otherwise', async () => {
    await world.execute((await trained()).id, 'release');
    verdict = { passed: true, rules: [{ rule: 'mse ≤ champion', value: 0, limit: 0, passed: true, champion: 1 }] };
    mse = 0.5;

    const record = await world.execute((await trained()).id, 'release');

    expect(record.released).toEqual({ model: 'm', version: 2, alias: 'champion' });
  });

  it('is not to release a model that was judged against another champion than serves', async () => {
    const [slow, fast] = [await trained(), await trained()];
    await world.execute(fast.id, 'release');

    await expect(world.execute(slow.id, 'release')).rejects.toMatchObject({ code: 'release.conflict' });
    expect(await world.records.registry.release('m')).toMatchObject({ champion: 1, sequence: 1 });
    expect(await world.records.registry.version('m', 2)).toBeUndefined();
  });

  it.each(['note', 'nothing'])('is not to release an input that is no model: %s', async (input) => {
    const { id } = await trained(input);

    await expect(world.execute(id, 'release')).rejects.toMatchObject({ code: 'release.not-a-model' });
    expect(await world.records.registry.release('m')).toBeUndefined();
  });
});
