import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readGitSource } from '../../../src/pipeline/code/git-source.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function git(...words: string[]): Promise<string> {
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  return (await promisify(execFile)('git', [...author, ...words], { cwd: folder })).stdout.trim();
}
async function committed(): Promise<string> {
  await git('init', '--quiet');
  await writeFile(join(folder, 'step.ts'), 'export const one = 1;\n');
  await git('add', 'step.ts');
  await git('commit', '--quiet', '--message', 'First');
  return git('rev-parse', 'HEAD');
}

describe('readGitSource', () => {
  it('names the commit, and that nothing changed since', async () => {
    const commit = await committed();

    expect(await readGitSource(folder)).toEqual({ commit, dirty: false });
  });

  it.each(['step.ts', 'new.ts'])('sees that %s was changed or added since', async (file) => {
    const commit = await committed();
    await writeFile(join(folder, file), 'export const two = 2;\n');

    expect(await readGitSource(folder)).toEqual({ commit, dirty: true });
  });

  it('passes over what runs leave behind', async () => {
    await committed();
    await mkdir(join(folder, '.sluice'));
    await writeFile(join(folder, '.sluice/records.sqlite'), 'x');

    expect(await readGitSource(folder)).toMatchObject({ dirty: false });
  });

  it('knows none without a repository, without a commit, and without git', async () => {
    expect(await readGitSource(folder)).toBeUndefined();
    await git('init', '--quiet');
    expect(await readGitSource(folder)).toBeUndefined();
    await committed();
    vi.stubEnv('PATH', folder);
    expect(await readGitSource(folder)).toBeUndefined();
  });

  it('does not wait for a git that gives no answer', async () => {
    await writeFile(join(folder, 'git'), '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
    vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);

    expect(await readGitSource(folder, 50)).toBeUndefined();
  });
});
