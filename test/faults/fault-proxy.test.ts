import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawFault, FAULTS, type Fault } from './fault.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

const place = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };
const get = () => new GetItemCommand({ TableName: 'records', Key: { pk: { S: 'a' } } });
const put = () => new PutItemCommand({ TableName: 'records', Item: { pk: { S: 'a' } } });

let server: Server;
let proxy: FaultProxy;
/** Times that the service was asked. */
let asked: number;
beforeEach(async () => {
  asked = 0;
  server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/x-amz-json-1.0').end('{"Item":{"pk":{"S":"a"}}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  await proxy.close();
  server.closeAllConnections();
  server.close();
});

const dynamo = (maxAttempts: number) => new DynamoDBClient({ ...place, endpoint: proxy.url, maxAttempts });

/** A seed under which the first call of this name meets this fault. */
function seedOf(fault: Fault, name: string): number {
  for (let seed = 0; ; seed++) if (drawFault({ seed, share: 1 }, name, 0) === fault) return seed;
}

describe('a proxy of faults', () => {
  it('lets calls through and counts them by what they ask', async () => {
    const { Item } = await dynamo(1).send(get());
    await dynamo(1).send(put());

    expect(Item).toEqual({ pk: { S: 'a' } });
    expect(Object.fromEntries(proxy.counted().calls)).toEqual({ 'dynamodb GetItem': 1, 'dynamodb PutItem': 1 });
    expect(proxy.counted().faults.size).toBe(0);
  });

  it.each([
    ['unsent', 0, 'ECONNRESET'],
    ['unanswered', 1, 'ECONNRESET'],
    ['cut', 1, 'ECONNRESET'],
    ['error', 0, 'InternalServerError'],
    ['unavailable', 0, '503'],
    ['throttled', 0, 'ThrottlingException'],
  ] as const)('shows the SDK a call that is %s', async (fault, times, says) => {
    proxy.disturb({ seed: seedOf(fault, 'dynamodb GetItem'), share: 1 });

    const error = (await dynamo(1)
      .send(get())
      .catch((thrown: unknown) => thrown)) as {
      readonly name: string;
      readonly code?: string;
      readonly $metadata?: { readonly httpStatusCode?: number };
    };

    expect([error.code, error.name, String(error.$metadata?.httpStatusCode)]).toContain(says);
    expect(asked).toBe(times);
    expect(proxy.counted().faults).toEqual(new Map([[fault, 1]]));
  });

  it('has the service do a belated call after the connection ended', async () => {
    proxy.disturb({ seed: seedOf('belated', 'dynamodb PutItem'), share: 1 });

    await expect(dynamo(1).send(put())).rejects.toMatchObject({ code: 'ECONNRESET' });

    expect(asked).toBe(0);
    await expect.poll(() => asked).toBe(1);
  });

  it('tells S3 in the words of S3', async () => {
    proxy.disturb({ seed: seedOf('throttled', 's3 GET'), share: 1 });
    const s3 = new S3Client({ ...place, endpoint: proxy.url, forcePathStyle: true, maxAttempts: 1 });

    const asking = s3.send(new GetObjectCommand({ Bucket: 'artifacts', Key: 'a' }));

    await expect(asking).rejects.toMatchObject({ name: 'SlowDown', $metadata: { httpStatusCode: 503 } });
  });
});

describe('drawFault', () => {
  it('gives the same fault for the same seed, name and number, and about as many as asked, of every kind', () => {
    const draw = (seed: number) =>
      Array.from({ length: 2_000 }, (_, nth) => drawFault({ seed, share: 0.2 }, 's3 PUT', nth));
    const drawn = draw(7).filter((fault) => fault !== undefined);

    expect(draw(7)).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
    expect(drawn.length / 2_000).toBeCloseTo(0.2, 1);
    expect(new Set(drawn)).toEqual(new Set(FAULTS));
  });
});
