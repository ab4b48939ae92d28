import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { commandLineByPs, commandLineOf } from '../../localstack/command-line-of.ts';

const hasPs = spawnSync('ps', ['-p', '1']).error === undefined;

describe.each([
  ['commandLineOf', commandLineOf, true],
  ['commandLineByPs', commandLineByPs, hasPs],
] as const)('%s', (_name, lineOf, isHere) => {
  it.runIf(isHere)('says how a process was started, and nothing of one that is gone', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1_000) // one of ours']);
    await once(child, 'spawn');

    expect(lineOf(child.pid!)).toMatch(/-e setInterval.*one of ours$/);

    child.kill();
    await once(child, 'exit');
    expect(lineOf(child.pid!)).toBe('');
  });
});
