import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Content } from './content.ts';
import { renewObject } from './renew-object.ts';
import { throwS3Fault } from './s3-fault.ts';
import { type S3Place, s3Uri } from './s3-place.ts';
import { uploadParts } from './upload-parts.ts';
import { ONE_REQUEST_BYTES } from './upload-sizes.ts';

const ATTEMPTS = 2;

/** Writes content under a key that has none; S3 takes it whole or not at all. */
export async function createObject(
  place: S3Place,
  key: string,
  content: Content,
  now: () => number,
): Promise<'created' | 'exists'> {
  // Sending a large artifact only to hear that it is there is dear; the condition below decides all the same.
  if (content.sizeBytes > ONE_REQUEST_BYTES && (await renewObject(place, key, now()))) return 'exists';
  return tryToCreate(place, key, content, now, ATTEMPTS);
}

/** Writes content under a key, in place of what it has. */
export async function replaceObject(place: S3Place, key: string, content: Content): Promise<void> {
  try {
    await write(place, key, content, {});
  } catch (error) {
    throwS3Fault(error, s3Uri(place, key));
  }
}

async function tryToCreate(
  place: S3Place,
  key: string,
  content: Content,
  now: () => number,
  attempts: number,
): Promise<'created' | 'exists'> {
  try {
    await write(place, key, content, { IfNoneMatch: '*' });
    return 'created';
  } catch (error) {
    const isThere = isNamed(error, 'PreconditionFailed');
    if (isThere && (await renewObject(place, key, now()))) return 'exists';
    // It was removed between the two, or another writer was at the key at the same time, and may have failed.
    if ((isThere || isNamed(error, 'ConditionalRequestConflict')) && attempts > 1)
      return tryToCreate(place, key, content, now, attempts - 1);
    return throwS3Fault(error, s3Uri(place, key));
  }
}

async function write(
  place: S3Place,
  key: string,
  content: Content,
  condition: { readonly IfNoneMatch?: '*' },
): Promise<void> {
  if (content.sizeBytes > ONE_REQUEST_BYTES) return uploadParts(place, key, content, condition);
  const Body = await content.slice(0, content.sizeBytes);
  const ChecksumSHA256 = createHash('sha256').update(Body).digest('base64');
  await place.client.send(new PutObjectCommand({ Bucket: place.bucket, Key: key, Body, ChecksumSHA256, ...condition }));
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
