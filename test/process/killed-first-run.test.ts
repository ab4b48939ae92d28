import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultAt, reportOf, runWords } from './disturbed/disturbed-run.ts';
import { expectWholeHome } from './disturbed/expect-whole-home.ts';
import { ordersFile } from './orders-file.ts';
import { sluice } from './sluice-process.ts';

describe('a first run that is killed while it makes its home', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([1, 2, 3, 5, 8])('at operation %d leaves one that the next run completes', async (operation) => {
    const home = join(folder, 'home');
    const source = join(folder, 'orders.csv');
    await writeFile(source, ordersFile());

    expect(await sluice(home, runWords(source), faultAt('SIGKILL', operation))).toMatchObject({ signal: 'SIGKILL' });

    expect((await sluice(home, ['runs', '--json'])).code).toBe(0);
    expect(reportOf(await sluice(home, runWords(source))).release).toMatchObject({ version: 1 });
    await expectWholeHome(home);
  });
});
