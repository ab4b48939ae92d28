import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isProcessAlive } from '../../../src/stacks/local/is-process-alive.ts';

describe('isProcessAlive', () => {
  it('holds for this process, and for one that belongs to the system', () => {
    expect([isProcessAlive(process.pid), isProcessAlive(1)]).toEqual([true, true]);
  });

  it('does not hold for a process that has ended', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');

    expect(isProcessAlive(child.pid!)).toBe(false);
  });
});
