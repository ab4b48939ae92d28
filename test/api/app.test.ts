import type { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
let app: Hono;
let nowMs: number;
let reported: unknown[];

beforeEach(async () => {
  world = releasedWorld();
  nowMs = 0;
  reported = [];
  app = createApp({ ...world, version: '1.2.3', now: () => nowMs, report: (error) => reported.push(error) });
  await world.release('slope', slopeModel(2));
});
afterEach(() => world.close());

const invoke = (model: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
  app.request(`/models/${model}/invocations`, { method: 'POST', body, headers: { 'content-type': type } });
const rows = JSON.stringify({ dataframe_records: [{ a: 1 }, { a: 10 }] });

describe('the app answers', () => {
  it.each(['/health', '/ping'])('GET %s with OK, without a model', async (path) => {
    world.down.error = new Error('no network');
    const response = await app.request(path);
    expect([response.status, await response.text()]).toEqual([200, 'OK']);
  });

  it('HEAD /ping with no body', async () => {
    const response = await app.request('/ping', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('GET /version with its version', async () => {
    expect(await (await app.request('/version')).text()).toBe('1.2.3');
  });

  it.each([
    ['JSON', rows, 'application/json'],
    ['CSV', 'a\n1\n10\n', 'text/csv'],
  ])('an invocation in %s with a prediction a row', async (_, body, type) => {
    const response = await invoke('slope', body, type);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ predictions: [expect.closeTo(2), expect.closeTo(20)] });
    expect(response.headers.get('x-sluice-version')).toBe('1');
    expect(response.headers.get('x-sluice-request')).toMatch(/^[0-9a-f-]{36}$/);
    expect(response.headers.get('x-sluice-stale')).toBeNull();
  });

  it('with the request id it was given', async () => {
    const response = await app.request('/health', { headers: { 'x-sluice-request': 'mine-7' } });
    expect(response.headers.get('x-sluice-request')).toBe('mine-7');
  });

  it('from the last known release, and says so, while it cannot be read', async () => {
    await invoke('slope', rows);
    nowMs += 4_001;
    world.down.error = new Error('no network');
    const response = await invoke('slope', rows);
    expect([response.status, response.headers.get('x-sluice-stale')]).toEqual([200, 'true']);
  });
});

describe('the app refuses', () => {
  it.each<[string, string, string | Uint8Array<ArrayBuffer>, string, number, string]>([
    ['an unknown model', 'slop', rows, 'application/json', 404, 'predict.nothing-released'],
    ['a name that no model can have', 'x'.repeat(1_001), rows, 'application/json', 400, 'records.bad-name'],
    ['a name that is no UTF-8', '%ff', rows, 'application/json', 404, 'predict.nothing-released'],
    ['a name of the language', '__proto__', rows, 'application/json', 404, 'predict.nothing-released'],
    ['no body', 'slope', '', 'application/json', 400, 'predict.bad-body'],
    ['no content type', 'slope', rows, '', 415, 'predict.unsupported-media-type'],
    ['another media type', 'slope', rows, 'text/plain', 415, 'predict.unsupported-media-type'],
    ['a body of no known form', 'slope', '[]', 'application/json', 400, 'predict.bad-body'],
    ['bytes that are not UTF-8', 'slope', Uint8Array.of(0xff), 'application/json', 400, 'predict.bad-body'],
    ['a wrong field', 'slope', '{"inputs":[{"a":"x"}]}', 'application/json', 400, 'predict.invalid-input'],
    ['rows far off', 'slope', '{"inputs":[{"a":1e308}]}', 'application/json', 400, 'model.prediction-not-finite'],
    ['a body too large', 'slope', ' '.repeat(4_500_001), 'application/json', 413, 'predict.body-too-large'],
  ])('%s', async (_, model, body, type, status, code) => {
    const response = await invoke(model, body, type);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error_code: code, message: expect.any(String) });
    expect(response.headers.get('x-sluice-request')).not.toBeNull();
    expect(reported).toEqual([]);
  });

  it('a model name with the one that was meant', async () => {
    expect(await (await invoke('slop', rows)).json()).toMatchObject({ seen: 'slop', mend: 'did you mean slope?' });
  });

  it('wrong fields, each named', async () => {
    const response = await invoke('slope', '{"inputs":[{"a":"x"},{"b":1}]}');
    expect(await response.json()).toMatchObject({
      details: {
        fields: [
          { row: 0, field: 'a' },
          { row: 1, field: 'a' },
        ],
      },
    });
  });

  it('a body that announces to be too large, before it is read', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '5000000' };
    const response = await app.request('/models/slope/invocations', { method: 'POST', body: rows, headers });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ seen: '5000000 bytes' });
  });

  it.each(['/', '/invocations', '/models/slope', '/models//invocations', '/models/a/b/invocations'])(
    'the address %s, with those it has',
    async (path) => {
      const response = await app.request(path, { method: 'POST' });
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({
        error_code: 'api.no-such-route',
        seen: `POST ${path}`,
        allowed: expect.stringContaining('POST /models/{model}/invocations'),
      });
    },
  );

  it.each([
    ['GET', '/models/slope/invocations', 'POST'],
    ['OPTIONS', '/models/slope/invocations', 'POST'],
    ['POST', '/health', 'GET'],
    ['DELETE', '/version', 'GET'],
  ])('%s %s, with the method that it takes', async (method, path, allowed) => {
    const response = await app.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect(await response.json()).toMatchObject({
      error_code: 'api.no-such-method',
      seen: `${method} ${path}`,
      allowed,
    });
  });
});

describe('the app reports', () => {
  it('what it did not expect, and tells the caller nothing of the inside', async () => {
    world.down.error = new Error('password is 123');
    const response = await invoke('slope', rows);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ error_code: 'api.unexpected' });
    expect(text).not.toMatch(/password|stack|at /);
    expect(reported).toEqual([world.down.error]);
  });

  it('a store that is away for now as 503, so that callers try again', async () => {
    world.down.error = new SluiceError({
      code: 'records.unavailable',
      message: 'throttled',
      mend: 'try again',
      retry: 'transient',
    });
    const response = await invoke('slope', rows);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error_code: 'records.unavailable' });
    expect(reported).toHaveLength(1);
  });

  it('a released model that is damaged as its own fault', async () => {
    await world.release('slope', new TextEncoder().encode('{}'));
    const response = await invoke('slope', rows);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error_code: 'model.damaged' });
    expect(reported).toHaveLength(1);
  });
});
