import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const cwd = join(import.meta.dirname, 'project');
const command = join(import.meta.dirname, '../../src/cli/bin.mjs');

describe('sluice logs', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
    await sluice('run', 'talkative', '--param', 'words=yes no', '--json');
  });
  afterAll(() => rm(home, { recursive: true }));

  /** How a command ended, and what it printed. */
  function sluice(
    ...words: string[]
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
    const env = { ...process.env, SLUICE_HOME: home, NO_COLOR: '1' };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [command, ...words], { cwd, env }, (_error, stdout, stderr) =>
        resolve({ code: child.exitCode!, stdout, stderr }),
      );
    });
  }
  const texts = (stdout: string) =>
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.slice(25));

  it('keeps what steps print out of the result of a run, and shows it as it goes on', async () => {
    const { stdout, stderr } = await sluice('run', 'talkative', '--param', 'words=fine', '--json');

    expect(JSON.parse(stdout)).toMatchObject({ run: { status: 'completed' } });
    expect(stderr).toContain('say | saying 4 characters\n');
  });

  it('tells in the order of time what the steps printed and logged, every attempt of it', async () => {
    const { code, stdout } = await sluice('logs', 'previous');

    expect(code).toBe(0);
    expect(texts(stdout)).toEqual(
      expect.arrayContaining([
        'say     saying 6 characters',
        '        yes no',
        'say     metric length = 6',
        'say     completed',
        'refuse  began again, attempt 2',
      ]),
    );
    expect(texts(stdout).filter((line) => line.includes("{ words: [ 'yes', 'no' ] }"))).toHaveLength(2);
  });

  it('tells of one step, as one JSON document', async () => {
    const { stdout } = await sluice('logs', 'previous', 'say', '--json');

    const { run, lines } = JSON.parse(stdout);
    expect(run).toMatchObject({ pipeline: 'talkative', status: 'failed' });
    expect(lines.map(({ step }: { step: string }) => step)).toEqual(Array.from({ length: 5 }, () => 'say'));
    expect(lines[2]).toMatchObject({ kind: 'printed', level: 'warn', attempt: 0, text: 'all of them:\nyes no' });
  });

  it('ends at once when it follows a run that has ended', async () => {
    const { code, stdout } = await sluice('logs', 'previous', 'say', '--follow', '--json');

    expect(code).toBe(0);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).kind),
    ).toEqual(['began', 'printed', 'printed', 'logged', 'ended']);
  });

  it('leaves out what is older than asked', async () => {
    const { stdout } = await sluice('logs', 'previous', '--since', '0s', '--json');

    expect(JSON.parse(stdout).lines).toEqual([]);
  });

  it.each([
    ['logs latest nobody', 'step.not-run'],
    ['logs ffff', 'run.unknown'],
    ['logs', 'cli.usage'],
    ['logs latest --since soon', 'cli.bad-duration'],
  ])('ends `%s` with 2 and %s', async (line, error) => {
    const { code, stderr } = await sluice(...line.split(' '));

    expect(code).toBe(2);
    expect(stderr).toContain(`[${error}]`);
  });
});
