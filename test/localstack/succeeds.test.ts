import { describe, expect, it } from 'vitest';
import { succeeds } from '../../localstack/succeeds.ts';

describe('succeeds', () => {
  it.each([
    ['process.exit(0)', true],
    ['process.exit(3)', false],
    ["process.kill(process.pid, 'SIGKILL')", false],
  ])('is told by how a command ends: %s', async (code, expected) => {
    expect(await succeeds(process.execPath, ['-e', code])).toBe(expected);
  });

  it('is false of a command that is not there', async () => {
    expect(await succeeds('no-such-command', [])).toBe(false);
  });
});
