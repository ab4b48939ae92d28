import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, open, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectError } from './expect-error.ts';

const project = join(import.meta.dirname, 'project');
const command = join(import.meta.dirname, '../../src/cli/bin.mjs');
const SIZE_BYTES = 9_000_000;

describe('a file that is changed while a step reads it', () => {
  let folder: string;
  let source: string;
  let held: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    source = join(folder, 'source.bin');
    held = join(folder, 'held');
    await writeFile(source, Buffer.alloc(SIZE_BYTES, 'as it was '));
    await writeFile(held, '');
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Runs, and does this when a part of the file has been read. */
  async function runAround(change: () => Promise<void>) {
    const words = ['run', 'patient', '--param', `source=${source}`, '--param', `held=${held}`, '--json'];
    const env = { ...process.env, SLUICE_HOME: join(folder, 'home'), NO_COLOR: '1' };
    const child = spawn(process.execPath, [command, ...words], {
      cwd: project,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    while (!existsSync(`${held}.waiting`) && child.exitCode === null) await sleep(20);
    await change();
    await rm(held);
    const [stdout, stderr, [code, signal]] = await ended;
    return { code, signal, stdout, stderr };
  }

  it.each([
    ['grows', () => appendFile(source, 'and more')],
    ['shrinks', () => truncate(source, SIZE_BYTES - 1)],
    ['gets other bytes near its end', overwriteEnd],
  ])('fails the run when it %s', async (_how, change) => {
    const ended = await runAround(change);

    expectError(ended, { exit: 1, code: 'data.file-changed', says: source });
  });

  it('is read as it was when another takes its place', async () => {
    const { code } = await runAround(async () => {
      await writeFile(`${source}.new`, 'as it is');
      await rename(`${source}.new`, source);
    });

    expect(code).toBe(0);
  });

  async function overwriteEnd(): Promise<void> {
    await using file = await open(source, 'r+');
    await file.write('as it is', SIZE_BYTES - 100);
  }
});
