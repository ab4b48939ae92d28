import { CopyObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { UNREFERENCED_MS } from '../../../../src/artifacts/unreferenced.ts';
import { contentOf } from '../../../../src/stacks/aws/artifacts/content.ts';
import { createObject } from '../../../../src/stacks/aws/artifacts/put-object.ts';
import { renewObject } from '../../../../src/stacks/aws/artifacts/renew-object.ts';
import { fault, type S3Stub, sampleBucket } from './sample-bucket.ts';

const nowMs = 1_800_000_000_000;
const place = sampleBucket();
let client: S3Stub;
beforeEach(() => {
  client = mockClient(place.client).on(CopyObjectCommand).resolves({});
});
const changedAgo = (agoMs: number, ContentLength = 5) =>
  client.on(HeadObjectCommand).resolves({ LastModified: new Date(nowMs - agoMs), ContentLength });

describe('renewObject', () => {
  it('copies an object onto itself once it is half as old as garbage', async () => {
    changedAgo(UNREFERENCED_MS / 2);

    expect(await renewObject(place, 'artifacts/p/a=b#1', nowMs)).toBe(true);

    expect(client.commandCalls(CopyObjectCommand)[0]!.args[0].input).toMatchObject({
      Bucket: 'artifacts',
      Key: 'artifacts/p/a=b#1',
      CopySource: 'artifacts%2Fartifacts%2Fp%2Fa%3Db%231',
      MetadataDirective: 'REPLACE',
    });
  });

  it.each([
    ['young', UNREFERENCED_MS / 2 - 1, 5],
    ['too large to be copied', UNREFERENCED_MS, 5_000_000_001],
  ])('leaves one that is %s as it is', async (_what, agoMs, sizeBytes) => {
    changedAgo(agoMs, sizeBytes);
    expect(await renewObject(place, 'artifacts/a', nowMs)).toBe(true);
    expect(client.commandCalls(CopyObjectCommand)).toHaveLength(0);
  });

  it('says that there is none, be it removed before or while it is copied', async () => {
    changedAgo(UNREFERENCED_MS);
    client.on(CopyObjectCommand).rejects(fault('NoSuchKey', 404));
    expect(await renewObject(place, 'artifacts/a', nowMs)).toBe(false);
    client.on(HeadObjectCommand).rejects(fault('NotFound', 404));
    expect(await renewObject(place, 'artifacts/a', nowMs)).toBe(false);
  });

  it('throws what is in the way', async () => {
    client.on(HeadObjectCommand).rejects(fault('NoSuchBucket', 404));
    await expect(renewObject(place, 'artifacts/a', nowMs)).rejects.toMatchObject({ code: 'artifact.bucket-missing' });
  });
});

describe('createObject over an object that is there', () => {
  it('writes it after all when it was removed before it could be renewed', async () => {
    client.on(PutObjectCommand).rejectsOnce(fault('PreconditionFailed', 412)).resolves({});
    client.on(HeadObjectCommand).rejects(fault('NotFound', 404));

    expect(await createObject(place, 'artifacts/a', contentOf(Buffer.from('a')), Date.now)).toBe('created');
  });
});
