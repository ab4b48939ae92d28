import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { releasedModels, type ReleasedModel, type ReleasedModels } from '../../src/serving/released-models.ts';
import { releasedWorld, slopeModel } from './released-world.ts';

let world: ReturnType<typeof releasedWorld>;
let models: ReleasedModels;
let nowMs: number;
let reported: unknown[];

beforeEach(async () => {
  world = releasedWorld();
  nowMs = 1_000;
  reported = [];
  models = releasedModels({ ...world, now: () => nowMs, report: (error) => reported.push(error) });
  await world.release('m', slopeModel(2));
});
afterEach(() => world.close());

const at10 = ({ model }: ReleasedModel) => model.predict(tableOf({ a: 'float' }, { a: [10] }))[0];

describe('releasedModels', () => {
  it('reads nothing twice within four seconds', async () => {
    const first = await models.find('m');
    nowMs += 4_000;
    const second = await models.find('m');
    expect([first.version, second.version, at10(second)]).toEqual([1, 1, expect.closeTo(20)]);
    expect(world.reads).toEqual({ releases: 1, artifacts: 1 });
  });

  it('reads the release again after four seconds, the bytes it knows not', async () => {
    await models.find('m');
    nowMs += 4_001;
    await models.find('m');
    expect(world.reads).toEqual({ releases: 2, artifacts: 1 });
  });

  it('serves what was released since', async () => {
    await models.find('m');
    await world.release('m', slopeModel(3));
    nowMs += 4_001;
    const found = await models.find('m');
    expect([found.version, found.stale, at10(found)]).toEqual([2, false, expect.closeTo(30)]);
  });

  it('serves the last known model while the release cannot be read, says so, and recovers', async () => {
    await models.find('m');
    nowMs += 4_001;
    world.down.error = new Error('no network');
    expect(await models.find('m')).toMatchObject({ version: 1, stale: true });
    expect(reported).toEqual([world.down.error]);
    delete world.down.error;
    nowMs += 4_001;
    expect(await models.find('m')).toMatchObject({ version: 1, stale: false });
  });

  it('leaves a store that failed alone for four seconds', async () => {
    await models.find('m');
    nowMs += 4_001;
    world.down.error = new Error('no network');
    await models.find('m');
    nowMs += 4_000;
    expect(await models.find('m')).toMatchObject({ version: 1, stale: true });
    expect([world.reads.releases, reported.length]).toEqual([2, 1]);
  });

  it('reads the release once for all that wait for it', async () => {
    await Promise.all([models.find('m'), models.find('m'), models.find('m')]);
    nowMs += 4_001;
    await Promise.all([models.find('m'), models.find('m')]);
    expect(world.reads).toEqual({ releases: 2, artifacts: 1 });
  });

  it('reads the release again when the clock was set back', async () => {
    await models.find('m');
    nowMs -= 60_000;
    await models.find('m');
    expect(world.reads.releases).toBe(2);
  });

  it('serves no model whose release is there no more', async () => {
    const registry = { ...world.registry };
    const { find } = releasedModels({ ...world, registry, now: () => nowMs, report: (error) => reported.push(error) });
    await find('m');
    registry.release = async () => undefined;
    nowMs += 4_001;
    await expect(find('m')).rejects.toMatchObject({ code: 'predict.nothing-released' });
    expect(reported).toEqual([]);
  });

  it('finds a model that is released after it was asked for in vain', async () => {
    await expect(models.find('late')).rejects.toMatchObject({ code: 'predict.nothing-released' });
    await world.release('late', slopeModel(5));
    expect(at10(await models.find('late'))).toBeCloseTo(50);
  });

  it('serves the last known model when the new one cannot be decoded', async () => {
    await models.find('m');
    await world.release('m', new TextEncoder().encode('{}'));
    nowMs += 4_001;
    expect(await models.find('m')).toMatchObject({ version: 1, stale: true });
    expect(reported).toEqual([expect.objectContaining({ code: 'model.damaged' })]);
  });

  it('throws what went wrong while nothing is known', async () => {
    world.down.error = new Error('no network');
    await expect(models.find('m')).rejects.toBe(world.down.error);
  });

  it('names the artifact that is gone', async () => {
    const key = await world.release('m', slopeModel(4));
    world.files.delete(key);
    await expect(models.find('m')).rejects.toMatchObject({
      code: 'artifact.missing',
      facts: { seen: `memory:${key}` },
    });
  });

  it('refuses a version that the registry does not know', async () => {
    const registry = { ...world.registry, version: async () => undefined };
    const { find } = releasedModels({ ...world, registry, now: () => nowMs, report: () => {} });
    await expect(find('m')).rejects.toMatchObject({ code: 'model.version-unknown' });
  });
});
