import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { model, scalar } from '../../../src/pipeline/artifact-types.ts';
import { integer } from '../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { stepWorld } from '../step-world.ts';
import { train } from '../train-line.ts';

const gate = step({
  name: 'gate',
  version: '1',
  inputs: {},
  outputs: { champion: scalar<number>() },
  policy: { cache: false },
  registry: 'read',
  run: async (_inputs, _parameters, { registry }) => ({ champion: (await registry.champion('m'))?.version ?? 0 }),
});
const release = step({
  name: 'release',
  version: '1',
  inputs: { fitted: model({ a: 'float' }) },
  outputs: {},
  policy: { cache: false },
  registry: 'release',
  run: async (_inputs, _parameters, { registry }) => {
    await registry.release({ model: 'm', input: 'fitted', metrics: {}, verdict: { passed: true, rules: [] } });
    return {};
  },
});
const released = pipeline('released', { parameters: { slope: integer({ default: 1 }) } }, ({ slope }) => {
  const { fitted } = train({}, { slope });
  gate({});
  release({ fitted });
});

describe('a replay', () => {
  let world: Awaited<ReturnType<typeof stepWorld>>;
  beforeEach(async () => {
    world = await stepWorld(released);
  });
  afterEach(() => world.close());

  async function run(slope: number, steps = ['train', 'gate', 'release']): Promise<string> {
    const { id } = await world.start({ parameters: { slope } });
    for (const name of steps) await world.execute(id, name);
    return id;
  }
  const replayOf = (id: string) => world.start({ useCache: false, origin: { kind: 'replay', run: id } });
  const champion = async (id: string) => (await world.records.steps.get(id, 'gate'))!.outputs!.scalars['champion'];

  it('sees the champion that served when the step looked, not the one of now', async () => {
    const runs = [await run(1), await run(2), await run(3)];

    for (const id of runs) {
      const replay = await replayOf(id);
      await world.execute(replay.id, 'gate');
      expect(await champion(replay.id)).toBe(await champion(id));
    }
    expect(await champion(runs[2]!)).toBe(2);
  });

  it('does not see the champion that the run itself released, were the clock set back meanwhile', async () => {
    await run(1);
    const id = await run(2, ['train', 'gate']);
    await world.execute(id, 'release', 0, { now: () => 500 });

    const replay = await replayOf(id);
    await world.execute(replay.id, 'gate');

    expect(await champion(id)).toBe(1);
    expect(await champion(replay.id)).toBe(1);
  });

  it('registers and releases nothing, and tells the step what was released then', async () => {
    const id = await run(1);
    const before = await world.records.registry.release('m');

    const replay = await replayOf(id);
    await world.execute(replay.id, 'train');
    const record = await world.execute(replay.id, 'release');

    expect(record.status).toBe('completed');
    expect(record.released).toBeUndefined();
    expect(await world.records.registry.release('m')).toEqual(before);
    expect((await world.records.registry.versions('m', { limit: 10 })).items).toHaveLength(1);
  });

  it('fails when it releases where nothing was released', async () => {
    const replay = await replayOf(await run(1, ['train', 'gate']));
    await world.execute(replay.id, 'train');
    await expect(world.execute(replay.id, 'release')).rejects.toMatchObject({ code: 'replay.diverged' });
  });
});
