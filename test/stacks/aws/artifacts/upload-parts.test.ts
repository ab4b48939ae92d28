import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Content } from '../../../../src/stacks/aws/artifacts/content.ts';
import type { S3Place } from '../../../../src/stacks/aws/artifacts/s3-place.ts';
import { uploadParts } from '../../../../src/stacks/aws/artifacts/upload-parts.ts';
import { fault, type S3Stub, sampleBucket } from './sample-bucket.ts';

const MEGABYTE = 1024 * 1024;

let bucket: S3Place;
let client: S3Stub;
beforeEach(() => {
  bucket = sampleBucket();
  client = mockClient(bucket.client);
  client.on(CreateMultipartUploadCommand).resolves({ UploadId: 'upload-1' });
  client.on(UploadPartCommand).resolves({});
  client.on(AbortMultipartUploadCommand).resolves({});
});

/** Content whose bytes are never held: what was asked of it is kept. */
function hugeContent(sizeBytes: number): Content & { readonly slices: [number, number][] } {
  const slices: [number, number][] = [];
  const slice = async (start: number, end: number) => {
    slices.push([start, end]);
    return new Uint8Array();
  };
  return { sizeBytes, slice, slices };
}

describe('uploadParts', () => {
  it.each([
    [3, 33 * MEGABYTE],
    [10_000, 10_000 * 16 * MEGABYTE],
    [10_000, 10_000 * 16 * MEGABYTE + 1],
  ])('covers the whole content in %i parts, never more than S3 takes', async (parts, sizeBytes) => {
    const content = hugeContent(sizeBytes);

    await uploadParts(bucket, 'a', content, {});

    expect(content.slices).toHaveLength(parts);
    expect(content.slices.map(([start]) => start)).toEqual([0, ...content.slices.slice(0, -1).map(([, end]) => end)]);
    expect(content.slices.at(-1)![1]).toBe(sizeBytes);
  });

  it('starts nothing to be forgotten where it may not', async () => {
    client.on(CreateMultipartUploadCommand).rejects(fault('AccessDenied', 403));
    await expect(uploadParts(bucket, 'a', hugeContent(1), {})).rejects.toMatchObject({ name: 'AccessDenied' });
    expect(client.commandCalls(AbortMultipartUploadCommand)).toHaveLength(0);
  });

  it('knows its own end by the object, when the answer to it was lost', async () => {
    client.on(CompleteMultipartUploadCommand).rejects(fault('NoSuchUpload', 404));
    client.on(HeadObjectCommand).resolves({ ContentLength: 5 });

    await uploadParts(bucket, 'a', hugeContent(5), {});

    expect(client.commandCalls(AbortMultipartUploadCommand)).toHaveLength(0);
  });

  it('leaves nothing, and says so, when somebody gave it up or another was first', async () => {
    client.on(AbortMultipartUploadCommand).rejects(fault('NoSuchUpload', 404));
    client.on(HeadObjectCommand).rejects(fault('NotFound', 404));
    for (const name of ['NoSuchUpload', 'PreconditionFailed']) {
      client.on(CompleteMultipartUploadCommand).rejects(fault(name, 412));
      await expect(uploadParts(bucket, 'a', hugeContent(5), { IfNoneMatch: '*' })).rejects.toMatchObject({ name });
    }
  });

  it('tells both what failed and why its parts are left', async () => {
    const slow = fault('SlowDown', 503);
    const denied = fault('AccessDenied', 403);
    client.on(CompleteMultipartUploadCommand).rejects(slow);
    client.on(AbortMultipartUploadCommand).rejects(denied);
    await expect(uploadParts(bucket, 'a', hugeContent(1), {})).rejects.toMatchObject({
      code: 'artifact.upload-left',
      cause: { errors: [slow, denied] },
    });
  });
});
