import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureEmulator, stopEmulators } from '../../localstack/emulator.ts';
import type { Starter } from '../../localstack/starter.ts';

/** What became of the starters, in order, and what was told of it. */
let happened: string[];
let server: Server;
let answering: string;
let silent: string;

beforeEach(async () => {
  happened = [];
  server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  answering = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  silent = 'http://127.0.0.1:1';
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const tell = (line: string) => void happened.push(line);

function starter(name: string, inTheWay?: string): Starter {
  return {
    name,
    obstacle: async () => inTheWay,
    start: async (endpoint) => void happened.push(`${name} started at ${endpoint}`),
    stop: async () => inTheWay === undefined,
  };
}

describe('ensureEmulator', () => {
  it('takes what answers, whatever could be started', async () => {
    expect(await ensureEmulator(answering, [starter('Docker'), starter('MiniStack')], tell)).toBe('reused');
    expect(happened).toEqual([]);
  });

  it('starts the first of those that can be started', async () => {
    expect(await ensureEmulator(silent, [starter('Docker'), starter('MiniStack')], tell)).toBe('started');
    expect(happened).toEqual(['Starting Docker.', `Docker started at ${silent}`]);
  });

  it('says why it passes one over', async () => {
    expect(await ensureEmulator(silent, [starter('Docker', 'no daemon'), starter('MiniStack')], tell)).toBe('started');
    expect(happened).toEqual(['Not Docker: no daemon.', 'Starting MiniStack.', `MiniStack started at ${silent}`]);
  });

  it('starts no other in place of one that fails', async () => {
    const failing = { ...starter('Docker'), start: () => Promise.reject(new Error('no such image')) };
    await expect(ensureEmulator(silent, [failing, starter('MiniStack')], tell)).rejects.toThrow('no such image');
    expect(happened).toEqual(['Starting Docker.']);
  });

  it('says all that is in the way', async () => {
    const starters = [starter('Docker', 'no daemon'), starter('MiniStack', 'no python')];
    await expect(ensureEmulator(silent, starters, tell)).rejects.toMatchObject({
      code: 'localstack.no-emulator',
      facts: { seen: `nobody at ${silent}; Docker: no daemon; MiniStack: no python` },
    });
  });
});

describe('stopEmulators', () => {
  it('stops those that were started', async () => {
    expect(await stopEmulators([starter('Docker', 'no daemon'), starter('MiniStack')], tell)).toBe(true);
    expect(happened).toEqual(['Stopped MiniStack.']);
  });

  it('says when none was started', async () => {
    expect(await stopEmulators([starter('Docker', 'no daemon')], tell)).toBe(false);
    expect(happened).toEqual([]);
  });

  it('stops the others when one cannot be stopped, and says why not', async () => {
    const failing = { ...starter('Docker'), stop: () => Promise.reject(new Error('no daemon')) };

    await expect(stopEmulators([failing, starter('MiniStack')], tell)).rejects.toThrow('no daemon');
    await expect(stopEmulators([failing, failing], tell)).rejects.toMatchObject({ errors: [{}, {}] });

    expect(happened).toEqual(['Stopped MiniStack.']);
  });
});
