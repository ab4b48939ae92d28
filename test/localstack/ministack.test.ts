import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureEmulator, stopEmulator } from '../../localstack/emulator.ts';

let folder: string;
let endpoint: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  endpoint = `http://127.0.0.1:${await freePort()}`;
});
afterEach(async () => {
  stopEmulator(folder);
  await rm(folder, { recursive: true });
});

/** Puts a program where the emulator would be installed. */
async function installed(code: string): Promise<void> {
  const program = join(folder, 'bin', 'ministack');
  await mkdir(join(folder, 'bin'));
  await writeFile(program, `#!${process.execPath}\n${code}`);
  await chmod(program, 0o755);
}

const SERVES = `
require('node:http')
  .createServer((_request, response) => response.end('{}'))
  .listen(Number(process.env.GATEWAY_PORT), process.env.BIND_HOST);
`;

describe('an emulator', () => {
  it('is started where none answers, then used again, and stopped', async () => {
    await installed(SERVES);

    expect(await ensureEmulator(endpoint, folder)).toBe('started');
    expect(await ensureEmulator(endpoint, folder)).toBe('reused');
    expect(stopEmulator(folder)).toBe(true);
    expect(stopEmulator(folder)).toBe(false);
  });

  it('that ends at once is said not to be ready, with its log', async () => {
    await installed("console.error('port taken'); process.exit(1)");
    const logFile = join(folder, 'ministack.log');

    await expect(ensureEmulator(endpoint, folder)).rejects.toMatchObject({
      code: 'localstack.not-ready',
      facts: { mend: `read ${logFile}` },
    });

    expect(await readFile(logFile, 'utf8')).toContain('port taken');
  });

  it('that ended by itself needs no stopping', async () => {
    await installed('');
    await expect(ensureEmulator(endpoint, folder)).rejects.toMatchObject({ code: 'localstack.not-ready' });
    expect(stopEmulator(folder)).toBe(false);
    expect(existsSync(join(folder, 'ministack.pid'))).toBe(false);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
