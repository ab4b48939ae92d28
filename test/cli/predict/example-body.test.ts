import { afterEach, beforeEach, expect, it } from 'vitest';
import { exampleBody } from '../../../src/cli/predict/example-body.ts';
import { localDeployer } from '../../../src/stacks/local/local-deployer.ts';
import type { Stack } from '../../../src/stacks/stack.ts';
import { releasedWorld, slopeModel } from '../../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
beforeEach(() => {
  world = releasedWorld();
});
afterEach(() => world.close());

/** The parts of a stack that are read here. */
const stack = () => world as unknown as Pick<Stack, 'records' | 'artifacts'>;

it('is a request that the model answers', async () => {
  await world.release('slope', slopeModel(2));
  const body = await exampleBody(stack(), { model: 'slope', version: 1, alias: 'champion' });
  expect(JSON.parse(body)).toEqual({ dataframe_records: [{ a: expect.any(Number) }] });
  expect(await localDeployer(world).invoke('slope', body, 'application/json')).toMatchObject({ status: 200 });
});

it('names a version that is not there', async () => {
  await expect(exampleBody(stack(), { model: 'slope', version: 7, alias: 'champion' })).rejects.toMatchObject({
    code: 'model.version-unknown',
  });
});
