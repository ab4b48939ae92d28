import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { gatewayAuthentication } from '../../src/api/gateway-authentication.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';
import { bodyOf, invokeByEvent, ROWS } from './invoke-by-event.ts';

let world: ReturnType<typeof releasedWorld>;
beforeEach(async () => {
  world = releasedWorld();
  await world.release('slope', slopeModel(2));
});
afterEach(() => world.close());

const invoke = (change?: Record<string, unknown>) =>
  invokeByEvent(createApp({ ...world, version: '1.2.3', authenticate: gatewayAuthentication }), ROWS, change);

describe('the app behind IAM', () => {
  it('lets everybody do everything whom API Gateway let in', async () => {
    expect(await invoke()).toMatchObject({ statusCode: 200 });
    const identity = { accessKey: 'AKIDEXAMPLE', userArn: 'arn:aws:iam::123456789012:user/ann' };
    expect(await invoke({ requestContext: { identity } })).toMatchObject({ statusCode: 200 });
  });
});

describe('the app behind an authoriser', () => {
  const stageVariables = { authorization: 'tokens' };
  const letIn = (scopes: string) => ({
    stageVariables,
    requestContext: { authorizer: { principalId: '0123456789ab', scopes, integrationLatency: 12 } },
  });

  it('predicts for a token with the scope', async () => {
    expect(await invoke(letIn('read predict'))).toMatchObject({ statusCode: 200 });
  });

  it.each(['read', '', 'predictions', 'administer'])('answers 403 to a token with the scopes "%s"', async (scopes) => {
    const result = await invoke(letIn(scopes));
    expect(result.statusCode).toBe(403);
    expect(bodyOf(result)).toMatchObject({ error_code: 'api.scope-missing', allowed: 'the scope predict' });
  });

  it.each([
    ['nothing', {}],
    ['null', { authorizer: null }],
    ['no scopes', { authorizer: { principalId: 'user' } }],
  ])('answers 401 where none has run and API Gateway says %s', async (_, requestContext) => {
    const result = await invoke({ stageVariables, requestContext });
    expect(result.statusCode).toBe(401);
    expect(bodyOf(result)).toMatchObject({ error_code: 'api.token-refused' });
  });

  it('believes scopes of an authoriser whatever the stage says of itself', async () => {
    expect(await invoke({ ...letIn('read'), stageVariables: null })).toMatchObject({ statusCode: 403 });
  });
});
