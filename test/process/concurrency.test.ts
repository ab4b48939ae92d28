import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const cwd = join(import.meta.dirname, 'project');
const command = join(import.meta.dirname, '../../src/cli/bin.mjs');
const FOR_EVER_MS = 600_000;

interface Report {
  readonly run: { readonly id: string; readonly status: string };
  readonly error?: { readonly code: string; readonly seen: string };
}

describe('runs of one pipeline in several processes that share a home', () => {
  let folder: string;
  let log: string;
  let env: NodeJS.ProcessEnv;
  let children: ChildProcess[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    log = join(folder, 'log');
    await writeFile(log, '');
    env = { ...process.env, SLUICE_HOME: join(folder, 'home'), NO_COLOR: '1' };
    children = [];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  function start(pipeline: string, name: string, forMs = 150) {
    const parameters = [`log=${log}`, `name=${name}`, `forMs=${forMs}`].flatMap((word) => ['--param', word]);
    const words = [command, 'run', pipeline, ...parameters, '--json'];
    const child = spawn(process.execPath, words, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    const told = text(child.stdout!);
    const report = async (): Promise<Report> => JSON.parse(await told);
    return { child, report };
  }
  const lines = async () => (await readFile(log, 'utf8')).split('\n').slice(0, -1);
  async function until(line: string): Promise<void> {
    while (!(await lines()).includes(line)) await sleep(20);
  }
  const runs = async (): Promise<readonly { id: string; status: string }[]> =>
    JSON.parse((await promisify(execFile)(process.execPath, [command, 'runs', '--json'], { cwd, env })).stdout).runs;

  it('queue: each has its turn, and no two have it at once', async () => {
    const reports = await Promise.all(['a', 'b', 'c', 'd'].map((name) => start('in-turn', name).report()));

    expect(reports.map(({ run }) => run.status)).toEqual(['completed', 'completed', 'completed', 'completed']);
    const told = await lines();
    expect(told.map((line) => line.split(' ')[0])).toEqual(Array.from({ length: 4 }, () => ['begin', 'end']).flat());
    for (let at = 0; at < told.length; at += 2) expect(told[at + 1]).toBe(told[at]!.replace('begin', 'end'));
  });

  it('queue: who waits is shown as queued, and goes on when the one before it was killed', async () => {
    const first = start('in-turn', 'first', FOR_EVER_MS);
    await until('begin first');
    const second = start('in-turn', 'second');
    while (!(await runs()).some(({ status }) => status === 'queued')) await sleep(50);

    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    expect((await second.report()).run.status).toBe('completed');
    expect(await lines()).toEqual(['begin first', 'begin second', 'end second']);
    expect((await runs()).map(({ status }) => status).toSorted()).toEqual(['completed', 'interrupted']);
  });

  it('queue: who waits can be stopped', async () => {
    const first = start('in-turn', 'first', FOR_EVER_MS);
    await until('begin first');
    const second = start('in-turn', 'second');
    let waiting: { id: string } | undefined;
    while (!waiting) waiting = (await runs()).find(({ status }) => status === 'queued');

    await promisify(execFile)(process.execPath, [command, 'stop', waiting.id], { cwd, env });

    expect(await second.report()).toMatchObject({ run: { id: waiting.id, status: 'stopped' } });
    first.child.kill('SIGKILL');
    expect(await lines()).toEqual(['begin first']);
  });

  it('skip: of many at once some run one after the other, the rest say for which they were left out', async () => {
    const first = start('one-at-a-time', 'first', FOR_EVER_MS);
    await until('begin first');
    const [{ id } = { id: '' }] = await runs();

    const others = await Promise.all(['a', 'b', 'c'].map((name) => start('one-at-a-time', name).report()));

    for (const { run, error } of others) {
      expect(run.status).toBe('stopped');
      expect(error).toMatchObject({ code: 'run.skipped', seen: `run ${id}` });
    }
    first.child.kill('SIGKILL');
    expect(await lines()).toEqual(['begin first']);
  });

  it('replace: the newest stops who is under way', async () => {
    const first = start('newest-only', 'first', FOR_EVER_MS);
    await until('begin first');

    const second = await start('newest-only', 'second').report();

    expect(second.run.status).toBe('completed');
    expect(await first.report()).toMatchObject({
      run: { status: 'stopped' },
      error: { code: 'run.replaced', seen: `run ${second.run.id}` },
    });
    expect(await lines()).toEqual(['begin first', 'begin second', 'end second']);
  });
});
