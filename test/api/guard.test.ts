import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { bearerAuthentication } from '../../src/api/bearer-authentication.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../src/tracking/record-store.ts';
import { createToken } from '../../src/tracking/tokens/create-token.ts';
import { revokeToken } from '../../src/tracking/tokens/revoke-token.ts';
import type { Scope } from '../../src/tracking/tokens/scope.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
let records: RecordStore;
let reported: unknown[];
let app: Hono;
beforeEach(async () => {
  world = releasedWorld();
  await world.release('slope', slopeModel(2));
  records = openSqliteRecords(':memory:');
  reported = [];
  app = createApp({
    ...world,
    version: '1.2.3',
    authenticate: bearerAuthentication(records.tokens, () => 0),
    report: (error) => reported.push(error),
  });
});
afterEach(async () => {
  await world.close();
  await records.close();
});

const create = (...scopes: Scope[]) => createToken(records.tokens, { name: 'ci', scopes }, { by: 'user:ann', atMs: 0 });

async function predict(authorization?: string): Promise<Response> {
  return app.request('/models/slope/invocations', {
    method: 'POST',
    body: '{"inputs":[{"a":1}]}',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
  });
}

describe('the app that asks for tokens', () => {
  it.each([['predict'], ['admin'], ['read', 'predict']] as Scope[][])(
    'predicts for a bearer of %s',
    async (...scopes) => {
      const { text } = await create(...scopes);
      const response = await predict(`Bearer ${text}`);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ predictions: [expect.closeTo(2)] });
    },
  );

  it('answers 403 to a token without the scope, with the one that it needs', async () => {
    const { text } = await create('read', 'write', 'promote');
    const response = await predict(`Bearer ${text}`);
    expect(response.status).toBe(403);
    expect(response.headers.get('www-authenticate')).toContain('error="insufficient_scope", scope="predict"');
    expect(await response.json()).toMatchObject({
      error_code: 'api.scope-missing',
      seen: 'scopes: read write promote',
      allowed: 'the scope predict',
    });
  });

  it.each([
    ['no token', undefined, 'Bearer realm="sluice"'],
    ['another scheme', 'Basic YTpi', 'Bearer realm="sluice"'],
    [
      'an unknown token',
      `Bearer sluice_000000000000_${'0'.repeat(64)}`,
      'Bearer realm="sluice", error="invalid_token"',
    ],
  ])('answers 401 to %s, and asks for one', async (_, authorization, challenge) => {
    const response = await predict(authorization);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe(challenge);
    expect(await response.json()).toMatchObject({ error_code: 'api.token-refused' });
  });

  it('refuses a revoked token at once, and never shows one', async () => {
    const { token, text } = await create('predict');
    expect((await predict(`Bearer ${text}`)).status).toBe(200);

    await revokeToken(records.tokens, token.id, 0);
    const response = await predict(`Bearer ${text}`);

    expect(response.status).toBe(401);
    expect((await response.text()) + JSON.stringify([...response.headers])).not.toContain(text.slice(-64));
    expect(reported).toEqual([]);
  });

  it('answers every address it has to bearers alone, whatever their scopes', async () => {
    const { text } = await create('read');
    for (const path of ['/ping', '/health', '/version']) {
      const known = { headers: { authorization: `Bearer ${text}` } };
      expect([path, (await app.request(path)).status, (await app.request(path, known)).status]).toEqual([
        path,
        401,
        200,
      ]);
    }
    expect((await app.request('/ping', { method: 'HEAD' })).status).toBe(401);
  });

  it.each([
    '/models/sl%6Fpe/invocations',
    '/%6Dodels/slope/invocations',
    '//models/slope/invocations',
    '/models/slope/invocations/',
  ])('predicts for nobody who writes the address otherwise: %s', async (path) => {
    const response = await app.request(path, { method: 'POST', body: '{"inputs":[{"a":1}]}' });
    expect([401, 404]).toContain(response.status);
  });
});
