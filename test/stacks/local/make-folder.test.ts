import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../src/stacks/local/make-folder.ts';

describe('makeFolder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('makes a folder and those above it, and keeps one that is there', async () => {
    const path = join(root, 'a/b c/d');
    await makeFolder(path);
    await makeFolder(path);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('takes a link to a folder for one', async () => {
    await symlink(root, join(root, 'link'));
    await expect(makeFolder(join(root, 'link'))).resolves.toBeUndefined();
  });

  it('works beside others that make the same', async () => {
    const path = join(root, 'a/b/c');
    await Promise.all([makeFolder(path), makeFolder(path), makeFolder(path)]);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('says that a file is in the way', async () => {
    await writeFile(join(root, 'file'), '');
    await expect(makeFolder(join(root, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(root, 'file/a/b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.runIf(process.platform === 'linux')('ends where no folder can be made', async () => {
    await expect(makeFolder('/proc/sluice/a')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
