import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gentleClose } from '../../src/api/gentle-close.ts';

const LONG_GRACE_MS = 60_000;

let server: Server;
let agent: Agent;
beforeEach(() => {
  server = createServer();
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
});
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

async function start(listener: RequestListener, graceMs = LONG_GRACE_MS): Promise<() => Promise<void>> {
  const close = gentleClose(server, graceMs);
  server.on('request', listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return close;
}

const port = () => (server.address() as AddressInfo).port;

async function ask(): Promise<IncomingMessage> {
  const [answer] = (await once(get({ port: port(), host: '127.0.0.1', agent }), 'response')) as [IncomingMessage];
  return answer;
}

describe('gentleClose', () => {
  it('lets an answer under way reach its caller whole', async () => {
    const held = Promise.withResolvers<void>();
    const close = await start((_, answer) => {
      answer.write('first ');
      void held.promise.then(() => answer.end('last'));
    });
    const answer = await ask();
    const closed = close();
    held.resolve();
    await expect(text(answer)).resolves.toBe('first last');
    await closed;
  });

  it('takes no new connections meanwhile', async () => {
    const held = Promise.withResolvers<void>();
    const close = await start((_, answer) => {
      answer.flushHeaders();
      void held.promise.then(() => answer.end());
    });
    const taken = port();
    const answer = await ask();
    const closed = close();
    await expect(once(connect(taken, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    held.resolve();
    answer.resume();
    await closed;
  });

  it('ends connections that are kept alive', async () => {
    const close = await start((_, answer) => answer.end('done'));
    await text(await ask());
    await close();
    expect(server.listening).toBe(false);
  });

  it('answers what comes on a kept connection last, and says that the connection ends', async () => {
    const held = Promise.withResolvers<void>();
    const close = await start((request, answer) => {
      if (request.url === '/held') void held.promise.then(() => answer.end());
      else answer.end('late');
    });
    const kept = connect(port(), '127.0.0.1');
    kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(kept, 'data');
    const holding = connect(port(), '127.0.0.1').resume();
    holding.write('GET /held HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(server, 'request');
    const closed = close();
    kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await text(kept)).toMatch(/connection: close[^]*late/i);
    held.resolve();
    await closed;
  });

  it('sends an answer whole that is written but not yet read', async () => {
    const size = 20_000_000;
    const close = await start((_, answer) => answer.end('x'.repeat(size)));
    const answer = await ask();
    const closed = close();
    expect((await text(answer)).length).toBe(size);
    await closed;
  });

  it('cuts what is not done after the grace', async () => {
    const close = await start(() => undefined, 10);
    const stuck = connect(port(), '127.0.0.1');
    stuck.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf');
    await once(server, 'request');
    await close();
    expect(server.listening).toBe(false);
    stuck.destroy();
  });
});
