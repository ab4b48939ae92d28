import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordersFile } from './orders-file.ts';
import { sluice, type Ended } from './sluice-process.ts';

const PROCESSES = 4;
const RUNS_EACH = 3;

interface Report {
  readonly run: { readonly id: string; readonly status: string };
  readonly steps: readonly { readonly outputs: Readonly<Record<string, { readonly sha256: string }>> }[];
}

describe('processes that share a home', () => {
  let home: string;
  let ended: Ended[];
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    const source = join(home, 'orders.csv');
    await writeFile(source, ordersFile());
    // Some do the same work at the same time and some do not. One process releases: a verdict on a champion that another
    // has replaced since is refused, and rightly.
    const runsOf = async (worker: number) => {
      const runs: Ended[] = [];
      for (let index = 0; index < RUNS_EACH; index++) {
        const parameters = [`source=${source}`, `seed=${(worker + index) % 3}`, `maxMse=${worker === 0 ? 2.5 : 0}`];
        const words = parameters.flatMap((parameter) => ['--param', parameter]);
        runs.push(await sluice(join(home, 'shared'), ['run', 'customer-satisfaction', ...words, '--json']));
      }
      return runs;
    };
    ended = (await Promise.all(Array.from({ length: PROCESSES }, (_none, worker) => runsOf(worker)))).flat();
  }, 120_000);
  afterAll(() => rm(home, { recursive: true }));

  const reports = () => ended.map(({ stdout }) => JSON.parse(stdout) as Report);

  it('all come to their ends, and none meets a store that is busy', () => {
    expect(ended.map(({ code }) => code)).toEqual(ended.map(() => 0));
    expect(ended.map(({ stderr }) => stderr).join('')).not.toMatch(/SQLITE_BUSY|database is locked|\[records\./);
    expect(reports().map(({ run }) => run.status)).toEqual(ended.map(() => 'completed'));
  });

  it('leave every run, numbered versions without a gap, and a history that holds together', async () => {
    const shared = join(home, 'shared');
    const { runs } = JSON.parse((await sluice(shared, ['runs', '--json'])).stdout);
    const { history } = JSON.parse(
      (await sluice(shared, ['models', 'history', 'customer-satisfaction', '--json'])).stdout,
    );
    const { models } = JSON.parse((await sluice(shared, ['models', '--json'])).stdout);

    expect(new Set(runs.map(({ id }: { id: string }) => id))).toEqual(new Set(reports().map(({ run }) => run.id)));
    const sequences = history.map(({ sequence }: { sequence: number }) => sequence);
    expect(sequences).toEqual(sequences.map((_sequence: number, index: number) => sequences.length - index));
    expect(models[0].champion).toBe(history[0].version);
  });

  it('leave a store in which nothing is wrong, and from which nothing that is kept can be collected', async () => {
    const shared = join(home, 'shared');
    const [examined, collected] = [
      await sluice(shared, ['doctor', '--deep', '--json']),
      await sluice(shared, ['gc', '--json']),
    ];
    expect(JSON.parse(examined.stdout)).toMatchObject({ healthy: true });
    expect(JSON.parse(collected.stdout)).toMatchObject({ artifacts: { count: 0 }, leftovers: { count: 0 } });
  });
});
