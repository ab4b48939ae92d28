import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCommand } from '../../localstack/run-command.ts';

const node = (code: string, environment = {}) => runCommand(process.execPath, ['-e', code], environment);

describe('runCommand', () => {
  it('runs a command in the environment it is given, on top of this one', async () => {
    const running = node("process.exit(process.env.ADDED === 'a' && process.env.PATH ? 0 : 1)", { ADDED: 'a' });
    await expect(running).resolves.toBeUndefined();
  });

  it('leaves out variables of this environment', async () => {
    vi.stubEnv('LEFT_OUT', 'a');
    onTestFinished(() => void vi.unstubAllEnvs());

    await expect(
      node("process.exit('LEFT_OUT' in process.env ? 1 : 0)", { LEFT_OUT: undefined }),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['process.exit(3)', 'ended with 3'],
    ["process.kill(process.pid, 'SIGKILL')", 'ended with SIGKILL'],
  ])('says how it failed: %s', async (code, seen) => {
    await expect(node(code)).rejects.toMatchObject({
      code: 'localstack.command-failed',
      facts: { seen: `${process.execPath} -e ${code} ${seen}` },
    });
  });

  it('says that there is no such command', async () => {
    await expect(runCommand('no-such-command', ['--at-all'], {})).rejects.toMatchObject({
      code: 'localstack.command-failed',
      facts: { seen: 'no-such-command --at-all: spawn no-such-command ENOENT' },
    });
  });
});
