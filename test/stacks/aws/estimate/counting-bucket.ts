import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import type { S3Place } from '../../../../src/stacks/aws/artifacts/s3-place.ts';
import { body, fault, sampleBucket } from '../artifacts/sample-bucket.ts';

/** What S3 was asked. */
export interface CountedObjects {
  objectReads: number;
  objectWrites: number;
}

/** A bucket in memory behind a client that counts. */
export function countingBucket(): S3Place & {
  readonly counted: CountedObjects;
  readonly objects: Map<string, Uint8Array>;
} {
  const place = sampleBucket();
  const objects = new Map<string, Uint8Array>();
  const counted: CountedObjects = { objectReads: 0, objectWrites: 0 };
  const read = (key: string): Uint8Array => {
    counted.objectReads += 1;
    const bytes = objects.get(key);
    if (!bytes) throw fault('NoSuchKey', 404);
    return bytes;
  };
  const parts: Uint8Array[] = [];
  const written = () => void (counted.objectWrites += 1);
  mockClient(place.client)
    .on(CreateMultipartUploadCommand)
    .callsFake(async () => {
      written();
      return { UploadId: 'upload' };
    })
    .on(UploadPartCommand)
    .callsFake(async ({ Body }) => {
      written();
      return { ETag: `part ${parts.push(Body as Uint8Array)}` };
    })
    .on(CompleteMultipartUploadCommand)
    .callsFake(async ({ Key }) => {
      written();
      objects.set(Key, Buffer.concat(parts.splice(0)));
      return {};
    })
    .on(PutObjectCommand)
    .callsFake(async ({ Key, Body, IfNoneMatch }) => {
      written();
      if (IfNoneMatch === '*' && objects.has(Key)) throw fault('PreconditionFailed', 412);
      objects.set(Key, Body as Uint8Array);
      return {};
    })
    .on(HeadObjectCommand)
    .callsFake(async ({ Key }) => ({ ContentLength: read(Key).length, LastModified: new Date() }))
    .on(GetObjectCommand)
    .callsFake(async ({ Key, Range }) => {
      const [, start = '0', end = ''] = /^bytes=(\d+)-(\d+)$/.exec(Range ?? '') ?? [];
      return { Body: body([read(Key).slice(Number(start), end === '' ? undefined : Number(end) + 1)]), ETag: 'tag' };
    });
  return { ...place, counted, objects };
}
