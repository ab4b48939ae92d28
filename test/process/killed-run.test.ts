import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileArtifacts } from '../../src/stacks/local/file-artifacts.ts';
import { collect } from '../collect.ts';

const project = join(import.meta.dirname, 'project');
const command = join(import.meta.dirname, '../../src/cli/bin.mjs');

interface Report {
  readonly run: { readonly id: string; readonly status: string };
  readonly steps: readonly {
    readonly name: string;
    readonly status: string;
    readonly outputs: Readonly<Record<string, { readonly sha256: string }>>;
  }[];
}

describe('a run whose process is killed', () => {
  let folder: string;
  let held: string;
  let running: ChildProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    held = join(folder, 'held');
    await writeFile(held, '');
    running = spawn(process.execPath, [command, ...runWords()], { ...options('disturbed'), stdio: 'ignore' });
    while (!existsSync(`${held}.waiting`) && running.exitCode === null) await sleep(20);
  });
  afterAll(async () => {
    running.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const runWords = () => ['run', 'held', '--param', `held=${held}`, '--json'];
  const options = (home: string) => ({
    cwd: project,
    env: { ...process.env, SLUICE_HOME: join(folder, home), NO_COLOR: '1' },
  });
  async function sluice(home: string, ...words: string[]): Promise<string> {
    return (await promisify(execFile)(process.execPath, [command, ...words], options(home))).stdout;
  }
  const newest = async () => JSON.parse(await sluice('disturbed', 'runs', '--json')).runs[0];
  const states = ({ steps }: Report) => Object.fromEntries(steps.map(({ name, status }) => [name, status]));
  const hashes = ({ steps }: Report) => steps.map(({ outputs }) => Object.values(outputs).map((made) => made.sha256));

  it('reads as running to other processes while it lives', async () => {
    expect(await newest()).toMatchObject({ status: 'running' });
  });

  it('is not resumed while it lives', async () => {
    const { id } = await newest();

    await expect(sluice('disturbed', 'run', '--resume', id)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[run.still-running]'),
    });
  });

  it('reads as interrupted at once when it is dead, with the step that died in it', async () => {
    running.kill('SIGKILL');
    await once(running, 'exit');

    const { id, status } = await newest();

    expect(status).toBe('interrupted');
    expect(await sluice('disturbed', 'show', id)).toContain('[run.interrupted]');
    expect(states(JSON.parse(await sluice('disturbed', 'show', id, '--json')))).toEqual({
      make: 'completed',
      hold: 'failed',
      total: 'skipped',
    });
  });

  it('leaves only whole artifacts', async () => {
    const store = openFileArtifacts(join(folder, 'disturbed/store'));

    const keys = (await collect(store.list('artifacts/'))).map(({ key }) => key);

    expect(keys).toHaveLength(1);
    for (const key of keys) expect(key.endsWith(sha256((await store.read(key))!))).toBe(true);
  });

  it('is resumed by a run that goes on where it was, with the artifacts of an undisturbed one', async () => {
    await rm(held);

    const again: Report = JSON.parse(await sluice('disturbed', 'run', '--resume', (await newest()).id, '--json'));
    const undisturbed: Report = JSON.parse(await sluice('undisturbed', ...runWords()));

    expect(states(again)).toEqual({ make: 'cached', hold: 'completed', total: 'completed' });
    expect(states(undisturbed)).toEqual({ make: 'completed', hold: 'completed', total: 'completed' });
    expect(hashes(again)).toEqual(hashes(undisturbed));
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
