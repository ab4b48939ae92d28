import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

describe('sluice run customer-satisfaction, as a process', () => {
  let home: string;
  let source: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    source = join(home, 'orders.csv');
    await writeFile(source, Buffer.concat([...generateOrders({ rows: 5_000, seed: 3 })]));
  });
  afterAll(() => rm(home, { recursive: true }));

  async function sluice(...words: string[]) {
    const environment = { ...process.env, SLUICE_HOME: join(home, 'state'), NO_COLOR: '1' };
    const options = { cwd: root, env: environment };
    return run(process.execPath, ['src/cli/bin.mjs', ...words], options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
  }
  const train = (...more: string[]) =>
    sluice('run', 'customer-satisfaction', '--param', `source=${source}`, '--json', ...more);

  it('trains, judges and releases, and says so in one JSON document', async () => {
    const { code, stdout } = await train();

    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report.run).toMatchObject({ pipeline: 'customer-satisfaction', status: 'completed', stack: 'local' });
    expect(report.steps.map(({ name }: { name: string }) => name)).toEqual([
      'ingest',
      'clean',
      'train',
      'evaluate',
      'gate',
      'report',
      'release',
    ]);
    expect(report.metrics.mse).toBeGreaterThan(0);
    expect(report.verdict.passed).toBe(true);
    expect(report.release).toEqual({ model: 'customer-satisfaction', version: 1, alias: 'champion' });
  });

  it('reuses every step but the release when the champion is the same model, with the same artifacts', async () => {
    const [first, second] = [JSON.parse((await train()).stdout), JSON.parse((await train()).stdout)];

    expect(second.steps.map(({ status }: { status: string }) => status)).toEqual([
      'cached',
      'cached',
      'cached',
      'cached',
      'cached',
      'cached',
      'completed',
    ]);
    expect(second.steps[2].outputs).toEqual(first.steps[2].outputs);
    expect(second.release).toEqual({ ...first.release, unchanged: true });
  });

  it('completes with a refused gate and releases nothing', async () => {
    const { code, stdout } = await train('--param', 'maxMse=0.1');

    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report.verdict.passed).toBe(false);
    expect(report.release).toBeNull();
    expect(report.steps.at(-1)).toMatchObject({ name: 'release', status: 'skipped' });
  });

  it('fails with the error of the step and exit code 1, without a stack trace', async () => {
    const cut = join(home, 'cut.csv');
    await writeFile(cut, 'order_id,price\n"unclosed');

    const { code, stderr } = await sluice('run', 'customer-satisfaction', '--param', `source=${cut}`);

    expect(code).toBe(1);
    expect(stderr).toMatch(/\[data\.[a-z-]+\]/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('predicts by the released model', async () => {
    await train();

    const { code, stdout } = await sluice('predict', 'customer-satisfaction', '--data', '{"instances":[{"price":10}]}');

    expect(code).toBe(0);
    expect(JSON.parse(stdout).predictions).toHaveLength(1);
  });

  it.each([
    [['run', 'customer-satisfactoin'], 'customer-satisfaction'],
    [['rnu'], 'run'],
    [['run', 'customer-satisfaction', '--param', 'modle=ridge'], 'model'],
    [['run', 'customer-satisfaction', '--stack', 'locla'], 'local'],
  ])('exits with 2 for wrong usage and names what was meant: %j', async (words, meant) => {
    const { code, stderr } = await sluice(...words);

    expect(code).toBe(2);
    expect(stderr).toContain(meant);
  });
});
