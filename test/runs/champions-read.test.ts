import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { model, scalar } from '../../src/pipeline/artifact-types.ts';
import { number } from '../../src/pipeline/parameters.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { stepWorld } from './step-world.ts';
import { train } from './train-line.ts';

const release = step({
  name: 'release',
  version: '1',
  inputs: { fitted: model({ a: 'float' }) },
  outputs: {},
  registry: 'release',
  run: async (_inputs, _parameters: {}, { registry }) => {
    await registry.release({ model: 'm', input: 'fitted', metrics: {}, verdict: { passed: true, rules: [] } });
    return {};
  },
});
const look = step({
  name: 'look',
  version: '1',
  inputs: {},
  outputs: { seen: scalar<string>() },
  registry: 'read',
  run: async (_inputs, _parameters, { registry }) => {
    const champion = await registry.champion('m');
    return { seen: champion === undefined ? 'none' : 'lost' in champion ? 'lost' : `version ${champion.version}` };
  },
});
const watched = pipeline('watched', { parameters: { slope: number({ default: 2 }) } }, ({ slope }) => {
  release(train({}, { slope }));
  look({});
});

let world: Awaited<ReturnType<typeof stepWorld>>;
beforeEach(async () => {
  world = await stepWorld(watched);
});
afterEach(() => world.close());

async function looked() {
  const { id } = await world.start();
  const { status, outputs, notReused } = await world.execute(id, 'look');
  return [status, outputs!.scalars['seen'], notReused];
}

/** Makes a model of this slope the champion; answers the key of its artifact. */
async function released(slope: number): Promise<string> {
  const { id } = await world.start({ parameters: { slope: String(slope) } });
  const { outputs } = await world.execute(id, 'train');
  await world.execute(id, 'release');
  return outputs!.artifacts['fitted']!.key;
}

describe('a step that reads which version serves', () => {
  it('is reused while none does', async () => {
    expect(await looked()).toEqual(['completed', 'none', 'nothing-known']);
    expect(await looked()).toEqual(['cached', 'none', undefined]);
  });

  it('runs again when another serves, and is reused while that does', async () => {
    await looked();
    await released(2);

    expect(await looked()).toEqual(['completed', 'version 1', 'champion-changed']);
    expect(await looked()).toEqual(['cached', 'version 1', undefined]);

    await released(3);

    expect(await looked()).toEqual(['completed', 'version 2', 'champion-changed']);
  });

  it('runs again while the model of the champion is gone, and when it is back', async () => {
    const key = await released(2);
    await looked();
    await world.artifacts.remove(key);

    expect(await looked()).toEqual(['completed', 'lost', 'champion-changed']);
    expect(await looked()).toEqual(['completed', 'lost', 'champion-changed']);

    await released(2);

    expect((await looked())[1]).toBe('version 1');
  });

  it('runs again when what is known of it says nothing of champions', async () => {
    const { id } = await world.start();
    const { cacheKey } = await world.execute(id, 'look');
    const { champions: _champions, ...entry } = (await world.records.cache.get(cacheKey!))!;
    await world.records.cache.put(cacheKey!, entry);

    expect(await looked()).toEqual(['completed', 'none', 'nothing-known']);
  });
});

describe('a step that releases', () => {
  it('runs each time, whatever its policy says', async () => {
    await released(2);
    const { id } = await world.start();
    await world.execute(id, 'train');

    expect(await world.execute(id, 'release')).toMatchObject({
      status: 'completed',
      notReused: 'off-for-step',
      released: { version: 1, unchanged: true },
    });
  });
});
