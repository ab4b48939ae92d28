import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ended } from '../../process/sluice-process.ts';

const bin = join(import.meta.dirname, '../../../src/cli/bin.mjs');

/** Who calls commands: in which folder, with which changes to the environment. */
export interface Caller {
  readonly cwd: string;
  /** What is undefined is left out. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Runs a `sluice` command to its end, in a process of its own. */
export async function command({ cwd, environment }: Caller, ...words: string[]): Promise<Ended> {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [bin, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[code, signal], stdout, stderr] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, signal, stdout, stderr };
}
