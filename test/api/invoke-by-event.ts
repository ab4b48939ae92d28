import { Buffer } from 'node:buffer';
import type { Hono } from 'hono';
import { type APIGatewayProxyResult, handle, type LambdaContext } from 'hono/aws-lambda';

export const ROWS = '{"dataframe_records":[{"a":1}]}';

const context = { functionName: 'predict' } as LambdaContext; // the app reads none of it

/** Hands an app what API Gateway's REST API hands to a function, with changes; answers what it takes back. */
export async function invokeByEvent(
  app: Hono,
  body: string | null,
  change: Readonly<Record<string, unknown>> = {},
): Promise<APIGatewayProxyResult> {
  const handler = handle(app);
  const event = {
    version: '1.0',
    resource: '/{proxy+}',
    path: '/models/slope/invocations',
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

export const bodyOf = (result: APIGatewayProxyResult): unknown =>
  JSON.parse(result.isBase64Encoded ? Buffer.from(result.body, 'base64').toString('utf8') : result.body);
