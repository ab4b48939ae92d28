import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, 'project');
const command = join(import.meta.dirname, '../../src/cli/bin.mjs');

describe('processes that share a home', () => {
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-'));
  });
  afterAll(() => rm(home, { recursive: true }));

  async function sluice(...words: string[]) {
    const env = { ...process.env, SLUICE_HOME: home, NO_COLOR: '1' };
    const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], { cwd: project, env });
    return JSON.parse(stdout);
  }

  it('run at once, from the first that makes the home on, and make the same artifacts', async () => {
    const words = ['run', 'held', '--param', `held=${join(home, 'no-such-file')}`, '--no-cache', '--json'];

    const reports = await Promise.all([1, 2, 3].map(() => sluice(...words)));

    const made = reports.map(({ steps }) =>
      steps.map(({ outputs }: { outputs: Record<string, { sha256: string }> }) => outputs),
    );
    expect(reports.map(({ run }) => run.status)).toEqual(['completed', 'completed', 'completed']);
    expect(made).toEqual([made[0], made[0], made[0]]);
    expect((await sluice('runs', '--json')).runs).toHaveLength(3);
  });
});
