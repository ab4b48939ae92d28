import { randomUUID } from 'node:crypto';
import { CreateMultipartUploadCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNREFERENCED_MS } from '../../../src/artifacts/unreferenced.ts';
import { renewObject } from '../../../src/stacks/aws/artifacts/renew-object.ts';
import { openS3Artifacts } from '../../../src/stacks/aws/s3-artifacts.ts';
import { bytesOf, textAt } from '../artifact-store/opened.ts';
import { createBucket, deleteBucket } from './artifacts-bucket.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';

const client = new S3Client({ endpoint: emulatorEndpoint(), forcePathStyle: true });
const bucket = `garbage-${randomUUID()}`;
const store = openS3Artifacts({ client, bucket });

beforeAll(() => createBucket(client, bucket));
afterAll(async () => {
  await deleteBucket(client, bucket);
  client.destroy();
});

describe('garbage in S3', () => {
  it('is not what was copied onto itself, and that keeps its bytes', async () => {
    const key = 'artifacts/p/a=b@c#1';
    await store.create(key, bytesOf('coefficients'));
    const inAnHourMs = Date.now() + UNREFERENCED_MS;

    expect(await renewObject({ client, bucket }, key, inAnHourMs)).toBe(true);

    expect(await textAt(store, key)).toBe('coefficients');
  });

  it('is what an upload that was killed has left, until it is given up', async () => {
    const Key = 'artifacts/p/large';
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key }));
    await client.send(new UploadPartCommand({ Bucket: bucket, Key, UploadId, PartNumber: 1, Body: bytesOf('torn') }));

    const [leftover, ...others] = await Array.fromAsync(store.leftovers());
    expect(others).toEqual([]);
    expect(leftover).toMatchObject({ sizeBytes: 4 });

    await leftover!.remove();
    expect(await Array.fromAsync(store.leftovers())).toEqual([]);
  });
});
