import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../../testing/run-pipeline.ts';
import { sourceFileOf } from '../../../testing/source-file-of.ts';
import { testWorld } from '../../../testing/test-world.ts';
import { myPipeline } from './pipeline.ts';
import { sample } from './sample.ts';

const flats = (rows: number) => sourceFileOf('flats.csv', Buffer.concat([...sample.generate({ rows, seed: 1 })]));

describe('my-pipeline', () => {
  it('learns rents from flats and releases the model', async () => {
    const { error, metrics, released } = await runPipeline(myPipeline, { source: flats(500) });

    expect(error).toBeUndefined();
    expect(metrics['r2']).toBeGreaterThan(0.9);
    expect(released).toEqual({ model: 'my-pipeline', version: 1, alias: 'champion' });
  });

  it('releases nothing when the model explains too little', async () => {
    const { error, released } = await runPipeline(myPipeline, { source: flats(500), minR2: 0.9999 });

    expect(error).toBeUndefined();
    expect(released).toBeUndefined();
  });

  it('reuses what has not changed', async () => {
    const world = testWorld();
    await runPipeline(myPipeline, { source: flats(500) }, world);

    const { error, steps } = await runPipeline(myPipeline, { source: flats(500) }, world);

    expect(error).toBeUndefined();
    expect(steps['train']).toMatchObject({ status: 'cached' });
  });
});
