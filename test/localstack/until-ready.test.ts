import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers, type Starting, untilReady } from '../../localstack/until-ready.ts';

let status: number;
let paths: (string | undefined)[];
let server: Server;
let starting: Starting & { readonly delaysMs: number[] };

beforeEach(async () => {
  status = 200;
  paths = [];
  server = createServer(({ url }, response) => {
    paths.push(url);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const delaysMs: number[] = [];
  starting = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log: 'ministack.log',
    hasEnded: () => false,
    sleep: async (delayMs) => delaysMs.push(delayMs),
    delaysMs,
  };
});
afterEach(() => void server.close());

describe('answers', () => {
  it('asks for the health of an emulator', async () => {
    expect(await answers(`${starting.endpoint}/`)).toBe(true);
    expect(paths).toEqual(['/_localstack/health']);
  });

  it('is false where something else listens', async () => {
    status = 404;
    expect(await answers(starting.endpoint)).toBe(false);
  });

  it('is false where nobody listens', async () => {
    server.close();
    expect(await answers(starting.endpoint)).toBe(false);
  });
});

describe('untilReady', () => {
  it('waits while the emulator answers that it is not ready yet', async () => {
    status = 503;
    const sleep = async () => {
      status = paths.length < 3 ? 503 : 200;
    };
    await untilReady({ ...starting, sleep });
    expect(paths).toHaveLength(4);
  });

  it('asks as it is told to', async () => {
    status = 400;
    await untilReady({ ...starting, answers: async (endpoint) => (await fetch(endpoint)).status === 400 });
    expect(paths).toEqual(['/']);
  });

  it('gives up after 30 s', async () => {
    status = 503;
    await expect(untilReady(starting)).rejects.toMatchObject({
      code: 'localstack.not-ready',
      facts: { seen: `${starting.endpoint}, 30 s after its start`, mend: 'read its log: ministack.log' },
    });
    expect(starting.delaysMs.reduce((sum, delayMs) => sum + delayMs)).toBe(30_000);
  });

  it('does not wait for one that ended', async () => {
    status = 503;
    await expect(untilReady({ ...starting, hasEnded: () => true })).rejects.toMatchObject({
      code: 'localstack.not-ready',
      facts: { seen: `${starting.endpoint}: it ended` },
    });
    expect(starting.delaysMs).toEqual([]);
  });
});
