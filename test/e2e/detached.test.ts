import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const cwd = join(import.meta.dirname, '../..');
const command = join(cwd, 'src/cli/bin.mjs');
const execute = promisify(execFile);

const sluice = async (...words: string[]) =>
  JSON.parse((await execute(process.execPath, [command, ...words, '--stack', 'localstack', '--json'], { cwd })).stdout);

/** The id of the run that a command says it follows. */
async function followed({ stderr }: ChildProcess): Promise<string> {
  let told = '';
  for await (const chunk of stderr!.iterator({ destroyOnReturn: false })) {
    told += chunk;
    const [, id] = /^run ([0-9a-f]{32}) of/m.exec(told) ?? [];
    if (id !== undefined) return id;
  }
  throw new Error(`no run was followed: ${told}`);
}

// Needs what `npm run localstack` deploys.
describe('a run on the emulator', () => {
  it('goes on without the command that started it, is followed from another, and its log is found', async () => {
    const started = await sluice('run', 'customer-satisfaction', '--no-cache', '--detach');
    expect(started).toMatchObject({ run: { pipeline: 'customer-satisfaction', status: 'running' } });

    const report = await sluice('show', started.run.id, '--follow');

    expect(report.run).toMatchObject({ id: started.run.id, status: 'completed' });
    const { lines } = await sluice('logs', started.run.id, 'train');
    expect(lines).toContainEqual(expect.objectContaining({ step: 'train', kind: 'ended', text: 'completed' }));
  });

  it('goes on when Ctrl-C leaves it, and it is said how to follow and stop it', async () => {
    const words = ['run', 'customer-satisfaction', '--no-cache', '--stack', 'localstack'];
    const child = spawn(process.execPath, [command, ...words], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    const id = await followed(child);
    const rest = text(child.stderr);

    child.kill('SIGINT');

    expect(await once(child, 'exit')).toEqual([130, null]);
    expect(await rest).toContain(`sluice show ${id.slice(0, 12)} --follow --stack localstack`);
    expect((await sluice('show', id, '--follow')).run.status).toBe('completed');
  });
});
