import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { awsClients } from '../../../src/stacks/aws/clients.ts';
import { BEFORE_PREDICTING, OBJECT_REQUESTS, SMALL_REQUESTS } from '../../../src/stacks/aws/patience.ts';
import { throwDynamoFault } from '../../../src/stacks/aws/records/dynamo-fault.ts';

const emulator = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** What API Gateway waits for. */
const GATEWAY_MS = 29_000;

describe('patience', () => {
  it.each([SMALL_REQUESTS, OBJECT_REQUESTS, BEFORE_PREDICTING])('ends: %j', ({ requestHandler }) => {
    expect(requestHandler.throwOnRequestTimeout).toBe(true);
    expect(requestHandler.connectionTimeout).toBeGreaterThan(0);
    expect(requestHandler.requestTimeout).toBeGreaterThan(0);
  });

  it('leaves time to answer by the last known model, whichever of its three reads is left waiting', () => {
    const { maxAttempts, requestHandler } = BEFORE_PREDICTING;
    expect(3 * maxAttempts * (requestHandler.connectionTimeout + requestHandler.requestTimeout)).toBeLessThan(
      GATEWAY_MS,
    );
  });

  it.each([
    ['cloudFormation', SMALL_REQUESTS],
    ['dynamodb', SMALL_REQUESTS],
    ['sfn', SMALL_REQUESTS],
    ['s3', OBJECT_REQUESTS],
  ] as const)('is that of every client: %s', async (service, { maxAttempts, requestHandler }) => {
    const client = awsClients(emulator)[service];
    expect(await client.config.maxAttempts()).toBe(maxAttempts);
    // No type tells what a handler was made with.
    const handler = client.config.requestHandler as unknown as { readonly configProvider: Promise<object> };
    expect(await handler.configProvider).toMatchObject(requestHandler);
  });

  it('takes a server that is silent for one that cannot be reached', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const requestHandler = { ...SMALL_REQUESTS.requestHandler, requestTimeout: 20 };
    const client = new DynamoDBClient({ ...emulator, endpoint, maxAttempts: 1, requestHandler });

    const asked = client.send(new GetItemCommand({ TableName: 'records', Key: { pk: { S: 'a' } } }));

    await expect(asked.catch(throwDynamoFault)).rejects.toMatchObject({ code: 'records.unavailable' });
    silent.closeAllConnections();
    silent.close();
  });
});
