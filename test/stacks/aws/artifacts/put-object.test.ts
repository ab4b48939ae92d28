import { createHash, randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../../../../src/stacks/aws/artifacts/content.ts';
import { createObject, replaceObject } from '../../../../src/stacks/aws/artifacts/put-object.ts';
import type { S3Place } from '../../../../src/stacks/aws/artifacts/s3-place.ts';
import { fault, type S3Stub, sampleBucket } from './sample-bucket.ts';

const MEGABYTE = 1024 * 1024;
const small = Buffer.from('{}');
const large = randomBytes(64 * MEGABYTE + 1);

let bucket: S3Place;
let client: S3Stub;
beforeEach(() => {
  bucket = sampleBucket();
  client = mockClient(bucket.client);
});

function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

describe('createObject', () => {
  it('asks S3 to write only where nothing is, and to check the bytes', async () => {
    client.on(PutObjectCommand).resolves({});
    expect(await createObject(bucket, 'a', contentOf(small), Date.now)).toBe('created');
    expect(client.commandCalls(PutObjectCommand)[0]!.args[0].input).toEqual({
      Bucket: 'artifacts',
      Key: 'a',
      Body: small,
      IfNoneMatch: '*',
      ChecksumSHA256: checksum(small),
    });
  });

  it('leaves what is there', async () => {
    client.on(PutObjectCommand).rejects(fault('PreconditionFailed', 412));
    client.on(HeadObjectCommand).resolves({});
    expect(await createObject(bucket, 'a', contentOf(small), Date.now)).toBe('exists');
  });

  it('tries once more when another writer was at it at the same time', async () => {
    client
      .on(PutObjectCommand)
      .rejectsOnce(fault('ConditionalRequestConflict', 409))
      .rejectsOnce(fault('PreconditionFailed', 412))
      .on(HeadObjectCommand)
      .resolves({});
    expect(await createObject(bucket, 'a', contentOf(small), Date.now)).toBe('exists');
    expect(client.commandCalls(PutObjectCommand)).toHaveLength(2);
  });

  it('says that it may pass when other writers are at it all the time', async () => {
    client.on(PutObjectCommand).rejects(fault('ConditionalRequestConflict', 409));
    await expect(createObject(bucket, 'a', contentOf(small), Date.now)).rejects.toMatchObject({
      code: 'artifact.unavailable',
      transient: true,
    });
    expect(client.commandCalls(PutObjectCommand)).toHaveLength(2);
  });

  it('says whose fault it is when S3 refuses', async () => {
    client.on(PutObjectCommand).rejects(fault('AccessDenied', 403));
    await expect(createObject(bucket, 'a', contentOf(small), Date.now)).rejects.toMatchObject({
      code: 'artifact.denied',
      facts: { seen: 'AccessDenied at s3://artifacts/a' },
    });
  });
});

describe('createObject of a large artifact', () => {
  beforeEach(() => {
    client.on(HeadObjectCommand).rejects(fault('NotFound', 404));
    client.on(CreateMultipartUploadCommand).resolves({ UploadId: 'upload-1' });
    client.on(UploadPartCommand).callsFake((input) => ({ ETag: `etag-${input.PartNumber}` }));
    client.on(CompleteMultipartUploadCommand).resolves({});
    client.on(AbortMultipartUploadCommand).resolves({});
  });

  it('sends it in parts, each with its checksum, and completes them where nothing is', async () => {
    expect(await createObject(bucket, 'a', contentOf(large), Date.now)).toBe('created');
    const parts = client.commandCalls(UploadPartCommand).map((call) => call.args[0].input);
    expect(Buffer.concat(parts.map((part) => part.Body as Uint8Array)).equals(large)).toBe(true);
    expect(parts.map((part) => part.ChecksumSHA256)).toEqual(parts.map((part) => checksum(part.Body as Uint8Array)));
    expect(client.commandCalls(CompleteMultipartUploadCommand)[0]!.args[0].input).toMatchObject({
      UploadId: 'upload-1',
      IfNoneMatch: '*',
      MultipartUpload: {
        Parts: parts.map(({ PartNumber, ChecksumSHA256 }) => ({
          PartNumber,
          ChecksumSHA256,
          ETag: `etag-${PartNumber}`,
        })),
      },
    });
    expect(client.commandCalls(AbortMultipartUploadCommand)).toHaveLength(0);
  });

  it('sends nothing when it is there already', async () => {
    client.on(HeadObjectCommand).resolves({ ContentLength: large.length });
    expect(await createObject(bucket, 'a', contentOf(large), Date.now)).toBe('exists');
    expect(client.commandCalls(CreateMultipartUploadCommand)).toHaveLength(0);
  });

  it('leaves what another writer completed meanwhile, and its own parts are forgotten', async () => {
    client.on(HeadObjectCommand).rejectsOnce(fault('NotFound', 404)).resolves({});
    client.on(CompleteMultipartUploadCommand).rejects(fault('PreconditionFailed', 412));
    expect(await createObject(bucket, 'a', contentOf(large), Date.now)).toBe('exists');
    expect(client.commandCalls(AbortMultipartUploadCommand)[0]!.args[0].input).toMatchObject({ UploadId: 'upload-1' });
  });

  it('has the parts forgotten when one cannot be sent', async () => {
    client.on(UploadPartCommand, { PartNumber: 2 }).rejects(fault('SlowDown', 503));
    await expect(createObject(bucket, 'a', contentOf(large), Date.now)).rejects.toMatchObject({
      code: 'artifact.unavailable',
    });
    expect(client.commandCalls(AbortMultipartUploadCommand)).toHaveLength(1);
    expect(client.commandCalls(CompleteMultipartUploadCommand)).toHaveLength(0);
  });

  it('says that parts are left when they cannot be forgotten', async () => {
    client.on(UploadPartCommand).rejects(fault('SlowDown', 503));
    client.on(AbortMultipartUploadCommand).rejects(fault('AccessDenied', 403));
    await expect(createObject(bucket, 'a', contentOf(large), Date.now)).rejects.toMatchObject({
      code: 'artifact.upload-left',
      facts: { seen: 'upload upload-1 to s3://artifacts/a' },
    });
  });
});

describe('replaceObject', () => {
  it('writes over what is there', async () => {
    client.on(PutObjectCommand).resolves({});
    await replaceObject(bucket, 'runs/a', contentOf(small));
    expect(client.commandCalls(PutObjectCommand)[0]!.args[0].input).not.toHaveProperty('IfNoneMatch');
  });

  it('says that there is no bucket', async () => {
    client.on(PutObjectCommand).rejects(fault('NoSuchBucket', 404));
    await expect(replaceObject(bucket, 'runs/a', contentOf(small))).rejects.toMatchObject({
      code: 'artifact.bucket-missing',
    });
  });
});
