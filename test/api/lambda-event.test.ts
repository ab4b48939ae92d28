import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';
import { bodyOf, invokeByEvent, ROWS } from './invoke-by-event.ts';

let world: ReturnType<typeof releasedWorld>;
beforeEach(async () => {
  world = releasedWorld();
  await world.release('slope', slopeModel(2));
});
afterEach(() => world.close());

const invoke = (body: string | null, change?: Record<string, unknown>) =>
  invokeByEvent(createApp({ ...world, version: '1.2.3' }), body, change);

describe('the app behind API Gateway', () => {
  it.each([
    ['text', ROWS, false],
    ['base64', Buffer.from(ROWS).toString('base64'), true],
  ])('answers a prediction to a body in %s', async (_, body, isBase64Encoded) => {
    const result = await invoke(body, { isBase64Encoded });
    expect(result.statusCode).toBe(200);
    expect(bodyOf(result)).toEqual({ predictions: [expect.closeTo(2)] });
    expect(result.multiValueHeaders).toMatchObject({ 'x-sluice-version': ['1'] });
  });

  it('answers GET without a body', async () => {
    const result = await invoke(null, { httpMethod: 'GET', path: '/version' });
    expect([result.statusCode, result.body]).toEqual([200, '1.2.3']);
  });

  it.each([
    ['no body', null, 400, 'predict.bad-body'],
    ['a wrong field', '{"inputs":[{"a":"x"}]}', 400, 'predict.invalid-input'],
    ['a body too large', ' '.repeat(4_500_001), 413, 'predict.body-too-large'],
  ])('refuses %s as the local server does', async (_, body, status, code) => {
    const result = await invoke(body);
    expect(result.statusCode).toBe(status);
    expect(bodyOf(result)).toMatchObject({ error_code: code });
  });
});
