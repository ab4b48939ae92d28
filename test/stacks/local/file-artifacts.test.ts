import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileArtifacts } from '../../../src/stacks/local/file-artifacts.ts';
import { collect } from '../../collect.ts';

const bytes = Buffer.from('{}');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('openFileArtifacts', () => {
  it('puts a key where its URI says', async () => {
    const store = openFileArtifacts(root);
    await store.create('artifacts/a/b#1', bytes);
    expect(fileURLToPath(store.uri('artifacts/a/b#1'))).toBe(join(root, 'artifacts/a/b#1'));
    expect(await readdir(join(root, 'artifacts/a'))).toEqual(['b#1']);
  });

  it('leaves no temporary file behind, whatever came of the write', async () => {
    const store = openFileArtifacts(root);
    await store.create('artifacts/a', bytes);
    await store.create('artifacts/a', bytes);
    await store.replace('runs/a', bytes);
    await expect(store.createFromFile('artifacts/b', join(root, 'none'))).rejects.toMatchObject({
      code: 'artifact.write-failed',
    });
    expect(await readdir(join(root, '.tmp'))).toEqual([]);
  });

  it('does not list temporary files that a killed process left', async () => {
    await mkdir(join(root, '.tmp'));
    await writeFile(join(root, '.tmp', 'half'), 'ha');
    expect(await collect(openFileArtifacts(root).list(''))).toEqual([]);
  });

  it('says what is in the way of a write', async () => {
    await writeFile(join(root, 'artifacts'), 'a file where a folder should be');
    await expect(openFileArtifacts(root).create('artifacts/a', bytes)).rejects.toMatchObject({
      code: 'artifact.write-failed',
      facts: { seen: expect.stringContaining(join(root, 'artifacts/a')) },
    });
  });

  it('says that a file is in the way of the whole store', async () => {
    const file = join(root, 'file');
    await writeFile(file, 'a file where the store should be');
    await expect(openFileArtifacts(file).create('artifacts/a', bytes)).rejects.toMatchObject({
      code: 'artifact.write-failed',
      facts: { seen: expect.stringContaining(file) },
    });
  });

  it('says what is in the way of a removal', async () => {
    await mkdir(join(root, 'artifacts/a/b'), { recursive: true });
    await expect(openFileArtifacts(root).remove('artifacts/a')).rejects.toMatchObject({
      code: 'artifact.write-failed',
    });
  });

  /** The superuser may read and write everything. */
  describe.skipIf(process.getuid?.() === 0)('without the right to', () => {
    it('write, says how to get it', async () => {
      await chmod(root, 0o500);
      const writing = openFileArtifacts(root).create('artifacts/a', bytes);
      await expect(writing).rejects.toMatchObject({
        code: 'artifact.write-failed',
        facts: { mend: expect.stringContaining('the right to read and write') },
      });
      await chmod(root, 0o700);
    });

    it('read, says how to get it', async () => {
      const store = openFileArtifacts(root);
      await store.create('artifacts/a', bytes);
      await chmod(join(root, 'artifacts/a'), 0);
      await expect(store.read('artifacts/a')).rejects.toMatchObject({ code: 'artifact.read-failed' });
      await expect(collect(store.stream('artifacts/a'))).rejects.toMatchObject({
        code: 'artifact.read-failed',
      });
    });
  });
});
