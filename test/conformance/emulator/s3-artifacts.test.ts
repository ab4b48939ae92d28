import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll } from 'vitest';
import { openS3Artifacts } from '../../../src/stacks/aws/s3-artifacts.ts';
import { artifactStoreSuite } from '../artifact-store.ts';
import { createBucket, deleteBucket } from './artifacts-bucket.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';

const bucket = `artifacts-${randomUUID()}`;
const client = new S3Client({ endpoint: emulatorEndpoint(), forcePathStyle: true });
const secondClient = new S3Client({ endpoint: emulatorEndpoint(), forcePathStyle: true });

beforeAll(() => createBucket(client, bucket));

afterAll(async () => {
  await deleteBucket(client, bucket);
  client.destroy();
  secondClient.destroy();
});

artifactStoreSuite('S3', async () => ({
  store: openS3Artifacts({ client, bucket }),
  second: openS3Artifacts({ client: secondClient, bucket }),
  close: async () => undefined,
}));
