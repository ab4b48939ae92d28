import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
const FLATS = 'area,rooms,rent\n40,1,600\n65,2,840\n80,3,960\n120,4,1400\n55,2,700\n';

describe('README', () => {
  let folder: string;
  let readme: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    readme = await readFile(join(root, 'README.md'), 'utf8');
    await mkdir(join(folder, 'pipelines/rents'), { recursive: true });
    for (const name of ['src', 'node_modules', 'package.json', 'package-lock.json']) {
      await symlink(join(root, name), join(folder, name));
    }
    await symlink(join(root, 'pipelines/customer-satisfaction'), join(folder, 'pipelines/customer-satisfaction'));
    await writeFile(join(folder, 'flats.csv'), FLATS);
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs a line of the README in a shell, in a folder of its own. */
  async function shell(line: string): Promise<string> {
    const bin = join(root, 'node_modules/.bin');
    const environment = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter), NO_COLOR: '1' };
    const command = line.replace('npx sluice', 'node src/cli/bin.mjs');
    const { stdout } = await run('bash', ['-c', command], { cwd: folder, env: environment });
    return stdout;
  }

  it('lists commands that work, one after the other', async () => {
    const [, block] = /## Use it\n\n```sh\n([^]*?)```/.exec(readme)!;
    const [train, runs, models, predict, serve] = block!.trim().split('\n') as [string, string, string, string, string];

    expect(await shell(train)).toContain('champion');
    expect(await shell(runs)).toContain('customer-satisfaction');
    expect(await shell(models)).toContain('customer-satisfaction');
    expect(JSON.parse(await shell(predict)).predictions).toHaveLength(1);
    expect(serve).toBe('npx sluice serve --port 8080');
  });

  it('lists questions that are answered', async () => {
    const [, block] = /ask:\n\n```sh\n([^]*?)```/.exec(readme)!;
    const answers = new Map<string, string>();
    for (const line of block!.trim().split('\n')) answers.set(line, await shell(line));

    expect(answers.size).toBe(7);
    expect(answers.get('npx sluice logs latest train')).toMatch(/train +completed/);
    expect(answers.get('npx sluice why latest train')).toContain('no earlier run had the same code');
    expect(answers.get('npx sluice profile latest/clean.train')).toContain('review_score');
    expect(answers.get('npx sluice replay latest')).toMatch(/(\d+) of \1 artifacts/);
  });

  it('shows a pipeline that runs as it is written there', async () => {
    const [, source] = /```ts\n([^]*?)```/.exec(readme)!;
    await writeFile(join(folder, 'pipelines/rents/pipeline.ts'), source!);
    const [command] = /npx sluice run rents [^`]*/.exec(readme)!;

    const report = JSON.parse(await shell(`${command} --json`));

    expect(report).toMatchObject({ run: { status: 'completed' }, metrics: { r2: expect.closeTo(0.99, 1) } });
  });
});
