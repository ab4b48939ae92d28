import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { errorResponse } from '../../src/api/error-response.ts';
import { loopbackGuard } from '../../src/api/loopback-guard.ts';

function ask(port: number, headers: Record<string, string>) {
  const app = new Hono();
  app.use(loopbackGuard(() => port));
  app.get('/', (context) => context.text('in'));
  app.onError(errorResponse(console.error));
  return app.request('/', { headers });
}

describe('loopbackGuard', () => {
  it.each(['127.0.0.1:8080', 'localhost:8080', 'LocalHost:8080', '[::1]:8080'])('lets %s in', async (host) => {
    expect(await (await ask(8080, { host })).text()).toBe('in');
  });

  it('lets a host without a port in on port 80', async () => {
    expect((await ask(80, { host: 'localhost' })).status).toBe(200);
  });

  it.each([
    '',
    'localhost',
    'localhost:8081',
    'evil.example:8080',
    '127.0.0.1.evil.example:8080',
    'localhost:8080@evil.example',
  ])('refuses the host %j', async (host) => {
    const response = await ask(8080, { host });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error_code: 'api.host-refused', seen: `Host: ${host}` });
  });

  it.each(['http://localhost:5173', 'http://127.0.0.1:8080', 'https://[::1]'])(
    'lets the origin %s in',
    async (origin) => {
      expect((await ask(8080, { host: 'localhost:8080', origin })).status).toBe(200);
    },
  );

  it.each(['http://evil.example', 'http://localhost.evil.example', 'null', ''])(
    'refuses the origin %j',
    async (origin) => {
      const response = await ask(8080, { host: 'localhost:8080', origin });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error_code: 'api.host-refused', seen: `Origin: ${origin}` });
    },
  );
});
