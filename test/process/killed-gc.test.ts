import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAhead } from './clock/clock-ahead.ts';
import { both, faultAt, reportOf } from './disturbed/disturbed-run.ts';
import { expectWholeHome } from './disturbed/expect-whole-home.ts';
import { ordersFile } from './orders-file.ts';
import { sluice } from './sluice-process.ts';

const HOURS_AHEAD = clockAhead(7_200_000); // what is young is left alone
const GC = ['gc', '--older-than', '0s', '--json'];

describe('garbage collection that is killed', () => {
  let folder: string;
  let left: string[];
  let operationCount: number;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    const source = join(folder, 'orders.csv');
    await writeFile(source, ordersFile());
    const run = ['run', 'customer-satisfaction', '--json', '--param', `source=${source}`];
    for (const more of [['seed=1', '--param', 'maxMse=0'], ['seed=2']])
      reportOf(await sluice(join(folder, 'home'), [...run, '--param', ...more]));
    const home = await copyOfHome('undisturbed');
    const counted = join(folder, 'operations');
    await sluice(home, GC, both(HOURS_AHEAD, faultAt('count', counted)));
    left = await filesOf(home);
    operationCount = Number(await readFile(counted, 'utf8'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function copyOfHome(name: string): Promise<string> {
    await cp(join(folder, 'home'), join(folder, name), { recursive: true, preserveTimestamps: true });
    return join(folder, name);
  }

  it.each([0, 0.2, 0.4, 0.6, 0.8, 0.99])(
    'at %d of the way leaves a whole home, and the next call collects the rest',
    async (share) => {
      const home = await copyOfHome(`killed-${share}`);
      const at = 1 + Math.floor(share * operationCount);

      expect(await sluice(home, GC, both(HOURS_AHEAD, faultAt('SIGKILL', at)))).toMatchObject({ signal: 'SIGKILL' });

      await expectWholeHome(home);
      expect((await sluice(home, GC, HOURS_AHEAD)).code).toBe(0);
      expect(await filesOf(home)).toEqual(left);
      await expectWholeHome(home);
    },
  );

  it('has something to collect and something to keep', async () => {
    const before = await filesOf(join(folder, 'home'));
    expect(left.length).toBeGreaterThan(5);
    expect(left.length).toBeLessThan(before.length);
  });
});

async function filesOf(home: string): Promise<string[]> {
  const entries = await readdir(join(home, 'store/artifacts'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}
