import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineProject } from '../../../src/cli/doctor/examine-project.ts';

describe('examineProject', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('names the pipelines of the folder', async () => {
    await mkdir(join(root, 'pipelines/rents'), { recursive: true });
    await writeFile(join(root, 'pipelines/rents/pipeline.ts'), '');

    expect(await examineProject(root)).toEqual({ part: 'project', state: 'good', says: `${root} has rents` });
  });

  it('warns of a folder without pipelines', async () => {
    expect(await examineProject(root)).toMatchObject({ part: 'project', state: 'warning' });
  });
});
