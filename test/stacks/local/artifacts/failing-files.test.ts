import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFileArtifacts } from '../../../../src/stacks/local/file-artifacts.ts';
import { collect } from '../../../collect.ts';

const disk = vi.hoisted(() => ({ operations: [] as string[], failsAt: -1, code: '' }));
vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof import('node:fs/promises')>();
  const failing =
    (name: string, call: (...values: never[]) => Promise<unknown>) =>
    (...values: never[]) => {
      if (disk.operations.push(name) - 1 !== disk.failsAt) return call(...values);
      const error = new Error(`${disk.code}: it would not, ${name}`);
      return Promise.reject(Object.assign(error, { code: disk.code, syscall: name }));
    };
  const names = ['copyFile', 'link', 'mkdir', 'rename', 'writeFile'] as const;
  const open = async (...values: Parameters<typeof files.open>) => {
    const file = await files.open(...values);
    return Object.assign(file, { sync: failing('fsync', file.sync.bind(file)) });
  };
  return {
    ...files,
    ...Object.fromEntries(names.map((name) => [name, failing(name, files[name])])),
    open: failing('open', open),
  };
});

const bytes = Buffer.alloc(100_000, 'artifact');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sluice-'));
  await writeFile(join(root, 'source'), bytes);
});
afterEach(() => rm(root, { recursive: true }));

describe.each([
  ['create', 'artifacts/a/b', ['mkdir', 'writeFile', 'open', 'fsync', 'mkdir', 'link']],
  ['createFromFile', 'artifacts/a/b', ['mkdir', 'copyFile', 'open', 'fsync', 'mkdir', 'link']],
  ['replace', 'runs/a/b', ['mkdir', 'writeFile', 'open', 'fsync', 'mkdir', 'rename']],
] as const)('%s', (method, key, operations) => {
  const write = (folder: string, failsAt: number, code: string) => {
    Object.assign(disk, { operations: [], failsAt, code });
    const store = openFileArtifacts(folder);
    return method === 'createFromFile' ? store.createFromFile(key, join(root, 'source')) : store[method](key, bytes);
  };

  it.each([
    ['ENOSPC', 'free space on the disk'],
    ['EIO', 'look at the disk'],
    ['EMFILE', 'ulimit'],
    ['EACCES', 'the right to read and write'],
  ])('leaves nothing behind on %s, whichever operation meets it, and works the next time', async (code, mend) => {
    for (const failsAt of operations.keys()) {
      const folder = join(root, `store-${failsAt}`);

      await expect(write(folder, failsAt, code)).rejects.toMatchObject({
        code: 'artifact.write-failed',
        facts: { seen: expect.stringContaining(`${code}: it would not`), mend: expect.stringContaining(mend) },
      });
      expect(await collect(openFileArtifacts(folder).list(''))).toEqual([]);
      expect(await collect(openFileArtifacts(folder).leftovers())).toEqual([]);
      await write(folder, -1, '');
      expect(disk.operations).toEqual(operations);
      expect(await openFileArtifacts(folder).read(key)).toEqual(bytes);
    }
  });
});
