import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';

const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

interface Report {
  readonly run: { readonly id: string; readonly status: string; readonly stack: string };
  readonly steps: readonly {
    readonly name: string;
    readonly status: string;
    readonly outputs: Readonly<Record<string, { readonly sha256: string; readonly uri: string }>>;
  }[];
  readonly metrics: Readonly<Record<string, number>>;
}

// Needs what `npm run localstack` deploys.
describe('customer-satisfaction on the local stack and on the emulator', () => {
  let home: string;
  let source: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    source = join(home, 'orders.csv');
    await writeFile(source, Buffer.concat([...generateOrders({ rows: 6_000, seed: Date.now() % 1_000_000 })]));
  });
  afterAll(() => rm(home, { recursive: true }));

  async function run(stack: string, ...more: string[]): Promise<Report> {
    const words = ['run', 'customer-satisfaction', '--param', `source=${source}`, '--stack', stack, '--json', ...more];
    const env = { ...process.env, SLUICE_HOME: join(home, 'state') };
    const { stdout } = await execute(process.execPath, ['src/cli/bin.mjs', ...words], { cwd: root, env });
    return JSON.parse(stdout) as Report;
  }
  const hashes = ({ steps }: Report) =>
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

  it('reuses the deployed steps the second time', async () => {
    await run('localstack');

    const again = await run('localstack');

    const statuses = again.steps.slice(0, 4).map(({ name, status }) => [name, status]);
    expect(statuses).toEqual(['ingest', 'clean', 'train', 'evaluate'].map((name) => [name, 'cached']));
  });

  it('completes with a refused gate and skips the release', async () => {
    const refused = await run('localstack', '--param', 'maxMse=0.01');

    expect(refused.run.status).toBe('completed');
    expect(refused.steps.at(-1)).toMatchObject({ name: 'release', status: 'skipped' });
  });
});
