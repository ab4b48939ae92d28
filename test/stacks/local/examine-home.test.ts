import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examineHome } from '../../../src/stacks/local/examine-home.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(home, { recursive: true }));

describe('examineHome', () => {
  it('tries to write, and leaves nothing', async () => {
    expect(await examineHome(home)).toMatchObject({ part: 'home', says: expect.stringContaining('can be written') });
    expect(await readdir(home)).toEqual([]);
  });

  it.each([
    [2e9, 'good'],
    [9e8, 'warning'],
    [1e6, 'wrong'],
  ])('takes %i free bytes as %s', async (free, state) => {
    expect(await examineHome(home, async () => free)).toMatchObject({ state });
  });

  it('says what the system says of a folder that cannot be written', async () => {
    expect(await examineHome(join(home, 'gone'))).toMatchObject({
      state: 'wrong',
      says: expect.stringContaining('ENOENT'),
      mend: expect.stringContaining('SLUICE_HOME'),
    });
  });
});
