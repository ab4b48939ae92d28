import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDeployer } from '../../../src/stacks/local/local-deployer.ts';
import { releasedWorld, slopeModel } from '../../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
beforeEach(() => {
  world = releasedWorld();
});
afterEach(() => world.close());

const invoke = (model: string, body = '{"inputs":[{"a":1}]}') =>
  localDeployer(world).invoke(model, body, 'application/json');

describe('localDeployer', () => {
  it('answers a prediction of any model name', async () => {
    await world.release('a b/c?', slopeModel(3));
    const { status, body } = await invoke('a b/c?');
    expect([status, JSON.parse(body)]).toEqual([200, { predictions: [expect.closeTo(3)] }]);
  });

  it('answers what the caller did wrong', async () => {
    await world.release('slope', slopeModel(3));
    const { status, body } = await invoke('slope', '{"inputs":[{"a":"x"}]}');
    expect([status, JSON.parse(body)]).toMatchObject([400, { error_code: 'predict.invalid-input' }]);
  });

  it('throws what a server would log: there is none here', async () => {
    world.files.delete(await world.release('slope', slopeModel(3)));
    await expect(invoke('slope')).rejects.toMatchObject({ code: 'artifact.missing' });
    world.down.error = new Error('out of paper');
    await expect(invoke('slope')).rejects.toBe(world.down.error);
  });
});
