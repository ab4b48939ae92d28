import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { serve, type Serving } from '../../src/api/serve.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
let serving: Serving;

beforeEach(async () => {
  world = releasedWorld();
  await world.release('slope', slopeModel(2));
  serving = await serve({ app: createApp({ ...world, version: '1.2.3' }), port: 0 });
});
afterEach(async () => {
  await serving.close();
  await world.close();
});

const post = (body: string) =>
  fetch(`${serving.url}/models/slope/invocations`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });

/** `fetch` would not send another Host. */
function statusForHost(host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const asked = request(`${serving.url}/health`, { headers: { host } }, (response) => {
    response.resume();
    resolve(response.statusCode);
  });
  asked.on('error', reject).end();
  return promise;
}

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

  it('refuses a host name that is not of this machine', async () => {
    expect(await statusForHost('evil.example')).toBe(403);
  });

  it('says which port is in use', async () => {
    const port = Number(new URL(serving.url).port);
    const app = createApp({ ...world, version: '1.2.3' });
    await expect(serve({ app, port })).rejects.toMatchObject({
      code: 'serve.port-in-use',
      facts: { seen: `127.0.0.1:${port}`, mend: expect.stringContaining('--port') },
    });
  });

  it('says which port the system refuses', async () => {
    const { Server } = await import('node:net');
    const denied = Object.assign(new Error('denied'), { code: 'EACCES' });
    const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(() => {
      throw denied;
    });
    const refused = serve({ app: createApp({ ...world, version: '1' }), port: 80 });
    await expect(refused).rejects.toMatchObject({ code: 'serve.port-refused', cause: denied });
    listen.mockRestore();
  });
});
