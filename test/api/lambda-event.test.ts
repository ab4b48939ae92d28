import { Buffer } from 'node:buffer';
import { type APIGatewayProxyResult, handle, type LambdaContext } from 'hono/aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { gatewayAuthentication } from '../../src/api/gateway-authentication.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let world: ReturnType<typeof releasedWorld>;
beforeEach(async () => {
  world = releasedWorld();
  await world.release('slope', slopeModel(2));
});
afterEach(() => world.close());

const path = '/models/slope/invocations';
const rows = '{"dataframe_records":[{"a":1}]}';
const context = { functionName: 'predict' } as LambdaContext; // the app reads none of it

/** What API Gateway's REST API hands to a function, and what it takes back. */
async function invoke(body: string | null, change: Record<string, unknown> = {}) {
  const handler = handle(createApp({ ...world, version: '1.2.3', authenticate: gatewayAuthentication }));
  const event = {
    version: '1.0',
    resource: '/{proxy+}',
    path,
    httpMethod: 'POST',
    headers: { 'content-type': 'application/json', Host: 'abc.execute-api.eu-west-1.amazonaws.com' },
    multiValueHeaders: { 'content-type': ['application/json'] },
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
    isBase64Encoded: false,
    body,
    requestContext: { domainName: 'abc.execute-api.eu-west-1.amazonaws.com', identity: {} },
    ...change,
  };
  return (await handler(event as unknown as Parameters<typeof handler>[0], context)) as APIGatewayProxyResult;
}

const bodyOf = (result: APIGatewayProxyResult): unknown =>
  JSON.parse(result.isBase64Encoded ? Buffer.from(result.body, 'base64').toString('utf8') : result.body);

describe('the app behind API Gateway', () => {
  it.each([
    ['text', rows, false],
    ['base64', Buffer.from(rows).toString('base64'), true],
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

describe('the app behind an authoriser', () => {
  const stageVariables = { authorization: 'tokens' };
  const letIn = (scopes: string) => ({
    stageVariables,
    requestContext: { authorizer: { principalId: '0123456789ab', scopes, integrationLatency: 12 } },
  });

  it('predicts for a token with the scope', async () => {
    expect(await invoke(rows, letIn('read predict'))).toMatchObject({ statusCode: 200 });
  });

  it.each(['read', '', 'predictions', 'administer'])('answers 403 to a token with the scopes "%s"', async (scopes) => {
    const result = await invoke(rows, letIn(scopes));
    expect(result.statusCode).toBe(403);
    expect(bodyOf(result)).toMatchObject({ error_code: 'api.scope-missing', allowed: 'the scope predict' });
  });

  it.each([
    ['nothing', {}],
    ['null', { authorizer: null }],
    ['no scopes', { authorizer: { principalId: 'user' } }],
  ])('answers 401 where none has run and API Gateway says %s', async (_, requestContext) => {
    const result = await invoke(rows, { stageVariables, requestContext });
    expect(result.statusCode).toBe(401);
    expect(bodyOf(result)).toMatchObject({ error_code: 'api.token-refused' });
  });

  it('believes scopes of an authoriser whatever the stage says of itself', async () => {
    expect(await invoke(rows, { ...letIn('read'), stageVariables: null })).toMatchObject({ statusCode: 403 });
  });
});
