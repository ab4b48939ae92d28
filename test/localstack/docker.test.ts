import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dockerStarter } from '../../localstack/docker.ts';
import type { Starter } from '../../localstack/starter.ts';
import { type RecordedCommands, recordedCommands } from './recorded-commands.ts';

const file = join(import.meta.dirname, '../../localstack/docker-compose.yml');

let folder: string;
let commands: RecordedCommands;
let docker: Starter;
let container: Server;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'sluice-')), 'emulator');
  commands = recordedCommands();
  docker = dockerStarter(folder, commands);
  container = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => container.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
  await new Promise((resolve) => container.close(resolve));
});
const portOf = () => (container.address() as AddressInfo).port;

describe('LocalStack in Docker', () => {
  it('is started at the port of the endpoint, and stopped once', async () => {
    await docker.start(`http://127.0.0.1:${portOf()}`);

    expect(commands.lines).toEqual([`docker compose --file ${file} up --detach`]);
    expect(commands.environments).toEqual([{ SLUICE_EMULATOR_PORT: String(portOf()) }]);
    expect(await docker.stop()).toBe(true);
    expect(commands.lines.at(-1)).toBe(`docker compose --file ${file} down --volumes`);
    expect(await docker.stop()).toBe(false);
  });

  it('is stopped, too, when its start was cut off', async () => {
    commands.afterwards = () => Promise.reject(new Error('cut off'));
    await expect(docker.start('http://127.0.0.1:1')).rejects.toThrow('cut off');
    commands.afterwards = async () => undefined;
    expect(await docker.stop()).toBe(true);
  });

  it('needs no stopping where it was never started', async () => {
    expect(await docker.stop()).toBe(false);
    expect(commands.lines).toEqual([]);
  });

  it.each([
    ['docker version --format {{.Server.Version}}', 'no daemon of Docker answers'],
    ['docker compose version', 'Docker has no `docker compose`'],
  ])('counts only when %s ends well', async (line, words) => {
    expect(await docker.obstacle()).toBeUndefined();
    commands.failing.add(line);
    expect(await docker.obstacle()).toBe(words);
  });

  it('is pinned to the last release without an account, and reached from this machine alone', async () => {
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/^ +image: localstack\/localstack:4\.14\.0$/m);
    expect(text.match(/^ +- .*:4566$/gm)).toEqual(['      - 127.0.0.1:${SLUICE_EMULATOR_PORT:-4566}:4566']);
  });
});
