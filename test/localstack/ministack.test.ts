import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../localstack/dynamodb-local/free-port.ts';
import { ministackStarter } from '../../localstack/ministack.ts';
import type { Starter } from '../../localstack/starter.ts';
import { answers } from '../../localstack/until-ready.ts';
import { type RecordedCommands, recordedCommands } from './recorded-commands.ts';

let folder: string;
let endpoint: string;
let ministack: Starter;
let commands: RecordedCommands;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  commands = recordedCommands();
  ministack = ministackStarter(folder, commands);
  endpoint = `http://127.0.0.1:${await freePort()}`;
});
afterEach(async () => {
  await ministack.stop();
  await rm(folder, { recursive: true });
});

/** Puts a program where the emulator would be installed. */
async function installed(code: string): Promise<void> {
  const program = join(folder, 'bin', 'ministack');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await writeFile(program, `#!${process.execPath}\n${code}`);
  await chmod(program, 0o755);
}

const SERVES = `
require('node:http')
  .createServer((_request, response) => response.end('{}'))
  .listen(Number(process.env.GATEWAY_PORT), process.env.BIND_HOST);
`;

describe('MiniStack', () => {
  it('is started and stopped', async () => {
    await installed(SERVES);

    await ministack.start(endpoint);

    expect(await answers(endpoint)).toBe(true);
    expect(await ministack.stop()).toBe(true);
    expect(await ministack.stop()).toBe(false);
    expect(commands.lines).toEqual([]);
  });

  it('is stopped by its id only while that is its own, which another process may have by now', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1_000)']);
    await writeFile(join(folder, 'ministack.pid'), String(other.pid));

    expect(await ministack.stop()).toBe(false);

    expect(process.kill(other.pid!, 0)).toBe(true);
    expect(existsSync(join(folder, 'ministack.pid'))).toBe(false);
    other.kill();
    expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
  });

  it('is installed first, at the pinned versions', async () => {
    commands.afterwards = () => installed(SERVES);

    await ministack.start(endpoint);

    expect(commands.lines).toEqual([
      `python3 -m venv ${folder}`,
      expect.stringMatching(/bin\/pip install --quiet --requirement .*localstack\/requirements\.txt$/),
    ]);
  });

  it('needs Python', async () => {
    expect(await ministack.obstacle()).toBeUndefined();
    commands.failing.add('python3 --version');
    expect(await ministack.obstacle()).toBe('there is no python3');
  });

  it('that ends at once is said not to be ready, with its log', async () => {
    await installed("console.error('port taken'); process.exit(1)");
    const logFile = join(folder, 'ministack.log');

    await expect(ministack.start(endpoint)).rejects.toMatchObject({
      code: 'localstack.not-ready',
      facts: { mend: `read its log: ${logFile}` },
    });

    expect(await readFile(logFile, 'utf8')).toContain('port taken');
  });

  it('that ended by itself needs no stopping', async () => {
    await installed('');
    await expect(ministack.start(endpoint)).rejects.toMatchObject({ code: 'localstack.not-ready' });
    expect(await ministack.stop()).toBe(false);
    expect(existsSync(join(folder, 'ministack.pid'))).toBe(false);
  });
});
