import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { serve, type Serving } from '../../src/api/serve.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
let serving: Serving;
let faults: unknown[];

beforeEach(async () => {
  world = releasedWorld();
  await world.release('slope', slopeModel(2));
  faults = [];
  const report = (fault: unknown) => void faults.push(fault);
  serving = await serve({ app: createApp({ ...world, version: '1.2.3', report }), port: 0 });
});
afterEach(async () => {
  await serving.close();
  await world.close();
});

const path = '/models/slope/invocations';
const post = (body: string) =>
  fetch(`${serving.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });

/** All that the server says to these lines; `PORT` in them is its port. */
async function say(...lines: string[]): Promise<string> {
  const { port } = new URL(serving.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(lines.map((line) => `${line.replace('PORT', port)}\r\n`).join(''));
  return text(socket);
}

const refusal = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));

describe('serve', () => {
  it('answers predictions over HTTP on this machine', async () => {
    const response = await post('{"inputs":[{"a":4}]}');
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await response.json()).toEqual({ predictions: [expect.closeTo(8)] });
    expect(response.headers.get('x-sluice-version')).toBe('1');
  });

  it('refuses a body that is too large with words, not with a broken connection', async () => {
    const response = await post(' '.repeat(4_500_001));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error_code: 'predict.body-too-large' });
  });

  it('refuses a body of no announced length once it is too large', async () => {
    const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const sent = request(`${serving.url}${path}`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    for (let chunk = 0; chunk < 50; chunk += 1) sent.write(' '.repeat(100_000));
    expect(await promise).toBe(413);
    sent.destroy();
  });

  it.each(['Host: evil.example', 'Host: evil.example:PORT', 'Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example'])(
    'refuses what a page of a foreign site sends: %j',
    async (headers) => {
      const answer = await say('GET /health HTTP/1.1', headers, 'Connection: close', '');
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(refusal(answer)).toMatchObject({ error_code: 'api.host-refused' });
    },
  );

  it.each([
    ['an address that is none', String.raw`GET /a\b HTTP/1.1`, 'Host: 127.0.0.1:PORT'],
    ['a host that is none', 'GET /health HTTP/1.1', 'Host: a@b/c'],
    ['no host', 'GET /health HTTP/1.0', 'X: y'],
  ])('refuses %s in words', async (_, line, header) => {
    const answer = await say(line, header, 'Connection: close', '');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(refusal(answer)).toMatchObject({ error_code: 'api.bad-request', mend: expect.any(String) });
  });

  it('takes a caller who hangs up in the middle for no fault of its own', async () => {
    const { port } = new URL(serving.url);
    const caller = connect(Number(port), '127.0.0.1');
    const head = [`Host: 127.0.0.1:${port}`, 'Content-Type: application/json', 'Content-Length: 99'];
    caller.write([`POST ${path} HTTP/1.1`, ...head, '', 'half'].join('\r\n'));
    await vi.waitFor(() => expect(world.reads.releases).toBe(1));
    caller.destroy();
    await serving.close(); // when the request is over
    expect(faults).toEqual([]);
  });

  it('refuses a port in use', async () => {
    const port = Number(new URL(serving.url).port);
    const app = createApp({ ...world, version: '1.2.3' });
    await expect(serve({ app, port })).rejects.toMatchObject({ code: 'serve.port-in-use' });
  });
});
