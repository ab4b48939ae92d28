import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import { sluice, startSluice } from './sluice-process.ts';

let folder: string;
let home: string;
let run: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  home = join(folder, 'home');
  const path = join(folder, 'orders.csv');
  await writeFile(path, Buffer.concat([...generateOrders({ rows: 30_000, seed: 3 })]));
  run = ['run', 'customer-satisfaction', '--no-cache', '--json', '--param', `source=${path}`];
});
afterAll(() => rm(folder, { recursive: true }));

const newestRun = async () => JSON.parse((await sluice(home, ['runs', '--limit', '1', '--json'])).stdout).runs[0];

describe('a run that is ended from outside', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s is recorded as stopped, says so in JSON and exits with %d', async (signal, code) => {
    const child = startSluice(home, run);
    const [stdout, exit] = [text(child.stdout), once(child, 'exit')];
    await once(child.stderr, 'data'); // the run is recorded
    child.kill(signal);

    expect(await exit).toEqual([code, null]);
    const report = JSON.parse(await stdout);
    expect(report).toMatchObject({ run: { status: 'stopped' }, error: { code: 'run.stopped' } });
    expect(await newestRun()).toMatchObject({ id: report.run.id, status: 'stopped' });
  });

  it('by SIGKILL reads as interrupted at once', async () => {
    const child = startSluice(home, run);
    const exit = once(child, 'exit');
    await once(child.stderr, 'data');
    child.kill('SIGKILL');

    expect(await exit).toEqual([null, 'SIGKILL']);
    expect(await newestRun()).toMatchObject({ status: 'interrupted' });
  });

  it('is followed by one that succeeds', async () => {
    expect((await sluice(home, run)).code).toBe(0);
  });
});

describe('a command whose reader has gone', () => {
  it.each([[['--help']], [['runs', '--json']], [['runs', '--bogus', '--json']]])(
    'prints no trace: %j',
    async (words) => {
      const child = startSluice(home, words);
      child.stdout.destroy();
      const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);

      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(words.includes('--bogus') ? 2 : 0);
    },
  );

  it('goes on with its run when nobody reads the progress', async () => {
    const child = startSluice(home, run);
    child.stderr.destroy();
    const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);

    expect(JSON.parse(stdout).run.status).toBe('completed');
    expect(code).toBe(0);
  });
});

describe.runIf(process.platform === 'linux')('a command whose result finds no room', () => {
  it('says so and exits with 1', () => {
    const { status, stderr } = spawnSync(`"${process.execPath}" src/cli/bin.mjs --help > /dev/full`, {
      shell: true,
      encoding: 'utf8',
    });

    expect(stderr).toContain('[cli.output-lost]');
    expect(stderr).toContain('ENOSPC');
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });
});

describe('what a command prints elsewhere than to a terminal', () => {
  it('has no colours and draws over no line', async () => {
    const { stdout, stderr } = await sluice(home, run, { FORCE_COLOR: undefined });
    expect(stdout + stderr).not.toContain('\u001B');
    expect(stderr).not.toContain('\r');
  });
});
