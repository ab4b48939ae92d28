import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cwd = join(import.meta.dirname, 'project');
const command = join(import.meta.dirname, '../../src/cli/bin.mjs');

interface Report {
  readonly run: { readonly id: string; readonly status: string };
  readonly steps: readonly { readonly name: string; readonly status: string }[];
  readonly error?: { readonly code: string };
}

describe('sluice stop, from another process', () => {
  let folder: string;
  let held: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    held = join(folder, 'held');
    env = { ...process.env, SLUICE_HOME: join(folder, 'home'), NO_COLOR: '1' };
    await writeFile(held, '');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sluice = async (...words: string[]) =>
    (await promisify(execFile)(process.execPath, [command, ...words], { cwd, env })).stdout;
  const refused = (...words: string[]) => sluice(...words).then(expect.fail, (error: unknown) => error);

  async function startHeld(): Promise<ChildProcess> {
    await rm(`${held}.waiting`, { force: true });
    const words = ['run', 'held', '--param', `held=${held}`, '--json'];
    const child = spawn(process.execPath, [command, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    while (!existsSync(`${held}.waiting`) && child.exitCode === null) await sleep(20);
    return child;
  }

  it('ends the run, its process and the step that it was in; its end is told once and for all', async () => {
    const child = await startHeld();
    const [stdout, stderr, exit] = [text(child.stdout!), text(child.stderr!), once(child, 'exit')];
    const { id } = JSON.parse(await sluice('runs', '--json')).runs[0];

    const stopped = JSON.parse(await sluice('stop', id.slice(0, 8), '--json'));

    expect(stopped).toEqual({ run: { id, pipeline: 'held', status: 'stopped' } });
    expect(await exit).toEqual([1, null]);
    const report: Report = JSON.parse(await stdout);
    expect(report).toMatchObject({ run: { id, status: 'stopped' }, error: { code: 'run.stopped' } });
    expect(report.steps.map(({ status }) => status)).toEqual(['completed', 'failed', 'skipped']);
    expect(await stderr).toContain('[run.stopped]');
    expect(await refused('stop', id)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[run.already-ended]'),
    });
  });

  it('ends the following of it from a third process, which ends as the run did', async () => {
    const child = await startHeld();
    const { id } = JSON.parse(await sluice('runs', '--json')).runs[0];
    const words = ['show', id, '--follow', '--json'];
    const following = spawn(process.execPath, [command, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [stdout, exit] = [text(following.stdout), once(following, 'exit')];
    const [began] = await once(following.stderr, 'data');

    await sluice('stop', id);

    expect(String(began)).toContain(`run ${id} of held`);
    expect(await exit).toEqual([1, null]);
    expect(JSON.parse(await stdout)).toMatchObject({ run: { id, status: 'stopped' }, error: { code: 'run.stopped' } });
    await (child.exitCode ?? once(child, 'exit'));
  });

  it('is what a run at home needs: it cannot be left', async () => {
    expect(await refused('run', 'held', '--param', 'held=x', '--detach')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[run.cannot-detach]'),
    });
  });

  it('leaves a run that can be gone on with', async () => {
    await rm(held);
    const { id } = JSON.parse(await sluice('runs', '--json')).runs[0];

    const resumed: Report = JSON.parse(await sluice('run', '--resume', id, '--json'));

    expect(resumed.steps.map(({ status }) => status)).toEqual(['cached', 'completed', 'completed']);
  });

  it('knows no run of another name', async () => {
    expect(await refused('stop', 'zz', '--json')).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('run.unknown'),
    });
  });
});
