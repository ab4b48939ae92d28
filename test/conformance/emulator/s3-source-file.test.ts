import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3Artifacts } from '../../../src/stacks/aws/s3-artifacts.ts';
import { openS3SourceFile } from '../../../src/stacks/aws/s3-source-file.ts';
import { collect } from '../../collect.ts';
import { createBucket, deleteBucket } from './artifacts-bucket.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';

const bucket = `source-${randomUUID()}`;
const client = new S3Client({ endpoint: emulatorEndpoint(), forcePathStyle: true });

beforeAll(() => createBucket(client, bucket));

afterAll(async () => {
  await deleteBucket(client, bucket);
  client.destroy();
});

describe('a source file on S3', () => {
  it('is read with its hash, and told apart when it changed', async () => {
    const store = openS3Artifacts({ client, bucket });
    await store.replace('incoming/orders.csv', Buffer.from('price\n1\n'));
    const file = await openS3SourceFile(client, store.uri('incoming/orders.csv'));
    expect(file).toMatchObject({ name: 'orders.csv', sizeBytes: 8 });
    expect(Buffer.concat(await collect(file.read())).toString()).toBe('price\n1\n');
    await store.replace('incoming/orders.csv', Buffer.from('price\n2\n'));
    await expect(collect(file.read())).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it('is read in parts, as long as it is the same', async () => {
    const store = openS3Artifacts({ client, bucket });
    await store.replace('incoming/parts.csv', Buffer.from('price\n1\n'));
    const file = await openS3SourceFile(client, store.uri('incoming/parts.csv'));
    expect(Buffer.from(await file.readRange(2, 5)).toString()).toBe('ice');
    expect(Buffer.from(await file.readRange(6, 99)).toString()).toBe('1\n');
    await store.replace('incoming/parts.csv', Buffer.from('price\n2\n'));
    await expect(file.readRange(0, 1)).rejects.toMatchObject({ code: 'data.file-changed' });
    await store.replace('incoming/parts.csv', Buffer.from('p'));
    await expect(file.readRange(2, 5)).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it('is missing where there is no key or no bucket', async () => {
    for (const uri of [`s3://${bucket}/none.csv`, `s3://none-${randomUUID()}/orders.csv`]) {
      await expect(openS3SourceFile(client, uri)).rejects.toMatchObject({ code: 'data.file-missing' });
    }
  });
});
