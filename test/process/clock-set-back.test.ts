import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/cli/report/run-report.ts';
import { clockAhead } from './clock/clock-ahead.ts';
import { both, faultAt, reportOf } from './disturbed/disturbed-run.ts';
import { ordersFile } from './orders-file.ts';
import { sluice } from './sluice-process.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 31_557_600_000;

describe('a clock that is set back', () => {
  let home: string;
  let words: readonly string[];
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    const source = join(home, 'orders.csv');
    await writeFile(source, ordersFile());
    words = ['run', 'customer-satisfaction', '--param', `source=${source}`, '--no-cache', '--json'];
  });
  afterAll(() => rm(home, { recursive: true }));

  const json = async (at: string, ...command: string[]) =>
    JSON.parse((await sluice(at, [...command, '--json'])).stdout);
  const statuses = (report: RunReport) => new Set(report.steps.map(({ status }) => status));

  it.each([2, 4, 6, 9, 16, 24])(
    'in the middle of a run, at look %d at it, ends nothing before it began',
    async (look) => {
      const report = reportOf(await sluice(home, words, clockAhead(-HOUR_MS, look)));

      expect(
        [report.run.durationMs, ...report.steps.map(({ durationMs }) => durationMs)].filter((ms) => ms! < 0),
      ).toEqual([]);
      expect(statuses(report)).toEqual(new Set(['completed']));
    },
  );

  it('between two runs leaves every record readable, the next run whole, and versions in their order', async () => {
    const own = join(home, 'own');
    const worse = [...words, '--param', 'model=ridge', '--param', 'l2=1e9', '--param', 'minR2=-1'];
    const ahead = reportOf(await sluice(own, worse, clockAhead(YEAR_MS)));
    const back = reportOf(await sluice(own, words));

    expect(statuses(back)).toEqual(new Set(['completed']));
    expect([ahead, back].map(({ release }) => release!.version)).toEqual([1, 2]);
    expect((await json(own, 'show', ahead.run.id)).metrics).toEqual(ahead.metrics);
    expect((await json(own, 'models')).models).toMatchObject([{ champion: 2 }]);
  });

  it('does not keep a run alive whose process is gone, though its lease lies ahead', async () => {
    const environment = both(clockAhead(YEAR_MS), faultAt('SIGKILL', 30));
    expect(await sluice(home, words, environment)).toMatchObject({ signal: 'SIGKILL' });

    const [killed] = (await json(home, 'runs')).runs;

    expect(killed).toMatchObject({ status: 'interrupted', durationMs: expect.toSatisfy((ms: number) => ms >= 0) });
    expect(statuses(reportOf(await sluice(home, ['run', '--resume', killed.id, '--json'])))).toEqual(
      new Set(['cached', 'completed']),
    );
  });
});
