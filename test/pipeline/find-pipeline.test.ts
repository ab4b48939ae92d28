import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPipeline, pipelineNames } from '../../src/pipeline/find-pipeline.ts';

/** Modules by folder; none of a folder without a pipeline. */
const FOLDERS = {
  orders: "export const orders = { name: 'orders', nodes: [], steps: new Map(), samples: {} };",
  misnamed: "export const other = { name: 'other', nodes: [], steps: new Map(), samples: {} };",
  broken: "throw new TypeError('broken on purpose');",
  shared: undefined,
};

describe('findPipeline', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    for (const [name, code] of Object.entries(FOLDERS)) {
      await mkdir(join(folder, name));
      if (code !== undefined) await writeFile(join(folder, name, 'pipeline.ts'), code);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('loads the pipeline of a folder', async () => {
    expect(await findPipeline(folder, 'orders')).toMatchObject({ name: 'orders' });
  });

  it.each([
    ['ordres', 'pipeline.unknown'],
    ['shared', 'pipeline.unknown'],
    ['misnamed', 'pipeline.not-exported'],
    ['broken', 'pipeline.not-loaded'],
  ])('says what is wrong with %s: %s', async (name, code) => {
    await expect(findPipeline(folder, name)).rejects.toMatchObject({ code });
  });

  it('names the folders that hold a pipeline, none where there is no folder', async () => {
    expect(await pipelineNames(folder)).toEqual(['broken', 'misnamed', 'orders']);
    expect(await pipelineNames(join(folder, 'none'))).toEqual([]);
  });
});
