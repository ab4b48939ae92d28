import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import type { RunReport } from '../../src/cli/report/run-report.ts';
import { command } from './place/command.ts';

const ALL_FLIGHTS_TIMEOUT_MS = 300_000;

// Needs what `npm run localstack` deploys.
describe('a pipeline on the local stack and on the emulator', () => {
  let home: string;
  let source: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    source = join(home, 'orders.csv');
    await writeFile(source, Buffer.concat([...generateOrders({ rows: 6_000, seed: Date.now() % 1_000_000 })]));
  });
  afterAll(() => rm(home, { recursive: true }));

  /** What a command prints as JSON. */
  async function sluice<T>(...words: string[]): Promise<T> {
    const caller = { cwd: join(import.meta.dirname, '../..'), environment: { SLUICE_HOME: join(home, 'state') } };
    return JSON.parse((await command(caller, ...words, '--json')).stdout) as T;
  }
  const run = (stack: string, ...more: string[]) =>
    sluice<RunReport>('run', 'customer-satisfaction', '--param', `source=${source}`, '--stack', stack, ...more);
  const hashes = ({ steps }: RunReport) =>
    steps
      // Verdict and report name the champion, which each stack has its own of.
      .filter(({ name }) => name !== 'gate' && name !== 'report')
      .map(({ name, outputs }) => ({
        name,
        outputs: Object.fromEntries(Object.entries(outputs).map(([output, { sha256 }]) => [output, sha256])),
      }));

  it.each(['linear', 'ridge'])('gives the same metrics and the same artifacts: %s', async (model) => {
    const [local, deployed] = [
      await run('local', '--param', `model=${model}`),
      await run('localstack', '--param', `model=${model}`),
    ];

    expect([local.run.status, deployed.run.status]).toEqual(['completed', 'completed']);
    expect(deployed.metrics).toEqual(local.metrics);
    expect(hashes(deployed)).toEqual(hashes(local));
    expect(deployed.steps[0]!.outputs['rows']!.uri).toMatch(/^s3:/);
  });

  it(
    'gives the same metrics and the same artifacts of three million flights',
    async () => {
      const words = ['run', 'flight-delay', '--no-cache'];
      const [local, deployed] = [
        await sluice<RunReport>(...words, '--stack', 'local'),
        await sluice<RunReport>(...words, '--stack', 'localstack'),
      ];

      expect([local.run.status, deployed.run.status]).toEqual(['completed', 'completed']);
      expect(deployed.metrics).toEqual(local.metrics);
      expect(deployed.metrics['train.rows']).toBeGreaterThan(2_000_000);
      expect(hashes(deployed)).toEqual(hashes(local));
    },
    ALL_FLIGHTS_TIMEOUT_MS,
  );

  it('reuses the deployed steps the second time', async () => {
    await run('localstack');

    const again = await run('localstack');

    const statuses = again.steps.slice(0, 4).map(({ name, status }) => [name, status]);
    expect(statuses).toEqual(['ingest', 'clean', 'train', 'evaluate'].map((name) => [name, 'cached']));
  });

  it('completes with a refused gate, skips the release, and the champion stays', async () => {
    const models = () => sluice('models', '--stack', 'localstack');
    await run('localstack');
    const before = await models();

    const refused = await run('localstack', '--param', 'maxMse=0.01');

    expect(refused.run.status).toBe('completed');
    expect(refused.steps.at(-1)).toMatchObject({ name: 'release', status: 'skipped' });
    expect(await models()).toEqual(before);
  });
});
