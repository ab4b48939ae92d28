import type { FileHandle } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Spool } from '../../src/artifacts/spool.ts';
import { streamOf } from '../../src/data/stream-of.ts';
import { tableOf } from '../../src/data/table-of.ts';

const disk = vi.hoisted(() => ({ failing: '', code: '' }));
vi.mock('node:fs/promises', async (original) => {
  const files = await original<typeof import('node:fs/promises')>();
  const fail = (operation: string) => {
    if (disk.failing !== operation) return;
    throw Object.assign(new Error(`${disk.code}: it would not, ${operation}`), { code: disk.code, syscall: operation });
  };
  const open = async (path: string, flags?: string): Promise<FileHandle> => {
    fail(flags === 'wx' ? 'create' : 'open');
    const file = await files.open(path, flags);
    const { appendFile, read } = file;
    return Object.assign(file, {
      appendFile: async (...values: Parameters<typeof appendFile>) => {
        fail('append');
        return appendFile.apply(file, values);
      },
      read: async (...values: never[]) => {
        fail('read');
        return Reflect.apply(read, file, values);
      },
    });
  };
  return { ...files, open };
});

const table = tableOf({ price: 'float' }, { price: [1, 2, 3] });
afterEach(() => {
  disk.failing = '';
});

describe('Spool, on a disk that fails', () => {
  it.each([
    ['create', 'EMFILE'],
    ['append', 'ENOSPC'],
    ['append', 'EIO'],
    ['open', 'EMFILE'],
    ['read', 'EIO'],
  ])('says what is wrong when it cannot %s (%s), and works the next time', async (failing, code) => {
    await using spool = new Spool();
    const addAndRead = async () => (await spool.add(streamOf(table))).column('price');

    Object.assign(disk, { failing, code });
    await expect(addAndRead()).rejects.toMatchObject({
      code: 'artifact.spool-failed',
      facts: { seen: expect.stringContaining(code), mend: expect.stringContaining('TMPDIR') },
    });

    disk.failing = '';
    expect((await addAndRead()).rowCount).toBe(3);
  });
});
