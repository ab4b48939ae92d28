import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadChampion } from '../../src/runs/load-champion.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
let key: string;
beforeEach(async () => {
  world = releasedWorld();
  key = await world.release('slope', slopeModel(2));
});
afterEach(() => world.close());

// The world has what is read here.
const load = () => loadChampion(world as unknown as Parameters<typeof loadChampion>[0], 'slope', 1);

describe('loadChampion', () => {
  it('is the version with its model', async () => {
    expect(await load()).toEqual({ version: 1, model: expect.objectContaining({ predict: expect.any(Function) }) });
  });

  it.each([
    ['is gone', () => world.files.delete(key), 'an artifact is not where its record says'],
    [
      'was changed',
      () => world.files.set(key, slopeModel(3)),
      'the bytes of an artifact are no longer those that were written',
    ],
  ])('is lost when its artifact %s, which is said without its place', async (_what, lose, lost) => {
    lose();
    expect(await load()).toEqual({ version: 1, lost });
  });

  it('throws what may pass: a store that is away loses no champion', async () => {
    const away = new Error('away');
    world.artifacts.read = () => Promise.reject(away);
    await expect(load()).rejects.toBe(away);
  });
});
