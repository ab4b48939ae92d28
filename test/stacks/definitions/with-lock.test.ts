import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../src/stacks/definitions/with-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('withLock', () => {
  it('lets one work after the other', async () => {
    let working = 0;
    const most = await Promise.all(
      Array.from({ length: 5 }, () =>
        withLock(join(folder, 'lock'), 60_000, async () => {
          working += 1;
          const seen = working;
          await readdir(folder);
          working -= 1;
          return seen;
        }),
      ),
    );

    expect(most).toEqual([1, 1, 1, 1, 1]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes way for others when the work fails', async () => {
    const path = join(folder, 'lock');

    await expect(withLock(path, 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no');

    await expect(withLock(path, 0, async () => 'done')).resolves.toBe('done');
  });

  it('says that it cannot be made', async () => {
    const made = withLock(join(folder, 'nowhere/lock'), 0, async () => 'done');
    await expect(made).rejects.toMatchObject({ code: 'home.unwritable' });
  });
});
