import { describe, expect, it } from 'vitest';
import { predictHandler } from '../../../lambdas/predict/handler.ts';
import type { DeployedStores } from '../../../src/stacks/aws/deployed-stores.ts';
import { releasedWorld, slopeModel } from '../../serving/released-world.ts';

type ProxyEvent = Extract<Parameters<ReturnType<typeof predictHandler>>[0], { readonly resource: string }>;

/** What API Gateway's REST API sends to a Lambda proxy, as far as it is read. */
function request(httpMethod: string, path: string, body: string | null = null): ProxyEvent {
  return {
    version: '1.0',
    httpMethod,
    path,
    resource: '/{proxy+}',
    headers: { 'content-type': 'application/json' },
    body,
    isBase64Encoded: false,
    requestContext: {} as ProxyEvent['requestContext'],
  };
}

async function released() {
  const world = releasedWorld();
  await world.release('slope', slopeModel(2));
  return predictHandler(world as unknown as DeployedStores); // the world has what the API reads
}

describe('the predict function', () => {
  it('answers a prediction behind API Gateway', async () => {
    const handler = await released();
    const body = JSON.stringify({ dataframe_records: [{ a: 3 }] });

    const answer = await handler(request('POST', '/models/slope/invocations', body));

    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ predictions: [expect.closeTo(6)] });
  });

  it('answers a malformed body with what is wrong with it', async () => {
    const handler = await released();

    const answer = await handler(request('POST', '/models/slope/invocations', '{'));

    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('predict.bad-body');
  });

  it('says that it is well', async () => {
    const handler = await released();

    expect(await handler(request('GET', '/health'))).toMatchObject({ statusCode: 200, body: 'OK' });
  });
});
