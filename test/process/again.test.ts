import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';

const root = join(import.meta.dirname, '../..');

describe('sluice replay, run --resume, why and compare, as processes', () => {
  let home: string;
  let source: string;
  let run: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    source = join(home, 'orders.csv');
    await writeFile(source, orders(3));
    run = (await json('run', 'customer-satisfaction', '--param', `source=${source}`)).run.id;
  });
  afterAll(() => rm(home, { recursive: true }));

  const orders = (seed: number) => Buffer.concat([...generateOrders({ rows: 4_000, seed })]);
  async function sluice(...words: string[]) {
    const environment = { ...process.env, SLUICE_HOME: join(home, 'state'), NO_COLOR: '1' };
    const started = promisify(execFile)(process.execPath, ['src/cli/bin.mjs', ...words], {
      cwd: root,
      env: environment,
    });
    return started.then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  }
  const json = async (...words: string[]) => JSON.parse((await sluice(...words, '--json')).stdout);

  it('gives every artifact of a replay the same bytes, and releases nothing', async () => {
    const replay = await json('replay', run);

    expect(replay).toMatchObject({ replayOf: run, status: 'completed', equal: true });
    expect(replay.artifacts.length).toBeGreaterThanOrEqual(8);
    expect((await json('models')).models).toEqual([{ model: 'customer-satisfaction', latestVersion: 1, champion: 1 }]);
  });

  it('marks the replay in the list, and takes the run itself for the latest', async () => {
    expect((await sluice('runs')).stdout).toContain(`replay of ${run.slice(0, 12)}`);
    expect((await json('show', 'latest')).run.id).toBe(run);
  });

  it('shows the profile of a table by run, step and output', async () => {
    const { stdout } = await sluice('profile', 'latest/ingest.rows');
    expect(stdout).toMatch(/^4000 rows, \d+ columns/);
    expect((await json('profile', `${run.slice(0, 8)}/clean.train`)).columns.length).toBeGreaterThan(10);
    expect((await sluice('profile', 'latest/train.model')).stderr).toContain('[artifact.no-profile]');
    expect((await sluice('profile', 'latest/clean.nothing')).stderr).toContain('[artifact.unknown]');
  });

  it('resumes with the same parameters, reusing what is done', async () => {
    const { steps, run: again } = await json('run', '--resume', run.slice(0, 12));

    expect(steps.map(({ status }: { status: string }) => status).slice(0, 4)).toEqual(Array(4).fill('cached'));
    expect(again.id).not.toBe(run);
  });

  it('says which parameter made a step run, and compares the runs', async () => {
    const other = (await json('run', 'customer-satisfaction', '--param', `source=${source}`, '--param', 'model=ridge'))
      .run.id;

    const { stdout } = await sluice('why', other, 'train');
    expect(stdout).toContain('parameter model: "linear" → "ridge"');
    const compared = await json('compare', run, other);
    expect(compared.parameters).toEqual([{ name: 'model', values: ['linear', 'ridge'] }]);
    expect(compared.metrics.find(({ name }: { name: string }) => name === 'mse').difference).toBeTypeOf('number');
  });

  it('refuses to go on when the file has changed, and the store stays readable', async () => {
    await writeFile(source, orders(4));

    const { code, stderr } = await sluice('run', '--resume', run);

    expect(code).toBe(1);
    expect(stderr).toContain('[run.file-changed]');
    expect((await sluice('runs')).code).toBe(0);
  });

  it.each([
    ['run', 'an --resume or a name'],
    ['run customer-satisfaction --resume RUN', 'both'],
    ['run --resume RUN --param l2=1', 'other parameters'],
    ['run --resume RUN --no-cache', 'no reuse'],
  ])('refuses `%s` as wrong usage (%s)', async (line) => {
    const { code, stderr } = await sluice(...line.replace('RUN', run).split(' '));
    expect(code).toBe(2);
    expect(stderr).toContain('[cli.usage]');
  });
});
