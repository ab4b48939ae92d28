import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNREFERENCED_MS } from '../../../../src/artifacts/unreferenced.ts';
import { listLeftovers } from '../../../../src/stacks/local/artifacts/list-leftovers.ts';
import { renewFile } from '../../../../src/stacks/local/artifacts/renew-file.ts';
import { createWhole } from '../../../../src/stacks/local/artifacts/write-whole.ts';

const nowMs = 1_800_000_000_000;
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  path = join(folder, 'artifact');
  await writeFile(path, 'bytes');
});
afterEach(() => rm(folder, { recursive: true }));

const age = (changedAtMs: number) => utimes(path, changedAtMs / 1_000, changedAtMs / 1_000);
const changedAtMs = async () => (await stat(path)).mtimeMs;

describe('renewFile', () => {
  it('makes a file as new as one written now once it is half as old as garbage', async () => {
    await age(nowMs - UNREFERENCED_MS / 2);
    expect(await renewFile(path, nowMs)).toBe(true);
    expect(await changedAtMs()).toBe(nowMs);
  });

  it('leaves a young one as it is', async () => {
    const young = nowMs - UNREFERENCED_MS / 2 + 1_000;
    await age(young);
    expect(await renewFile(path, nowMs)).toBe(true);
    expect(await changedAtMs()).toBe(young);
  });

  it('says that there is none, a folder being none', async () => {
    expect(await renewFile(folder, nowMs)).toBe(false);
    expect(await renewFile(join(folder, 'gone'), nowMs)).toBe(false);
  });
});

describe('createWhole over a file that is there', () => {
  it('renews it and keeps its bytes', async () => {
    await age(1_000);
    const created = createWhole(
      folder,
      path,
      (temporary) => writeFile(temporary, 'others'),
      () => nowMs,
    );
    expect(await created).toBe('exists');
    expect(await changedAtMs()).toBe(nowMs);
  });
});

describe('listLeftovers', () => {
  it('finds the temporary files of killed writes, which can be removed', async () => {
    expect(await Array.fromAsync(listLeftovers(folder))).toEqual([]);
    await mkdir(join(folder, '.tmp'));
    await writeFile(join(folder, '.tmp/a'), 'torn');

    const [leftover, ...others] = await Array.fromAsync(listLeftovers(folder));

    expect(others).toEqual([]);
    expect(leftover!.sizeBytes).toBe(4);
    await leftover!.remove();
    await leftover!.remove();
    expect(await readdir(join(folder, '.tmp'))).toEqual([]);
  });
});
