import type { S3Client } from '@aws-sdk/client-s3';
import { checkedBytes, type FileFacts, hashBytes } from '../../data/checked-bytes.ts';
import { checkedRanges, type MarkedBytes } from '../../data/checked-ranges.ts';
import { fileIsDirectory, fileMissing, fileUnreadable } from '../../data/file-faults.ts';
import type { SourceFile } from '../../data/source-file.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { readObjectRange, streamObject } from './artifacts/get-object.ts';

const S3_URI = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.*)$/s;

/**
 * An object of S3 by its `s3://` URI, read once for its hash. Throws `data.file-missing`, `data.file-is-directory`,
 * `data.file-unreadable`, `data.bad-s3-uri`.
 */
export async function openS3SourceFile(client: S3Client, uri: string): Promise<SourceFile> {
  const { key } = placeOf(uri);
  if (key === '' || key.endsWith('/')) fileIsDirectory(uri);
  const hashed = await hashBytes(readUri(client, uri));
  return s3SourceFile(client, { name: key.slice(key.lastIndexOf('/') + 1), uri, ...hashed });
}

/** An object of S3 of which all is known, by its `s3://` URI. */
export function s3SourceFile(client: S3Client, facts: FileFacts): SourceFile {
  const read = () => readUri(client, facts.uri);
  const readRange = (start: number, end: number) => readUriRange(client, facts.uri, start, end);
  return { ...facts, read: () => checkedBytes(read(), facts), readRange: checkedRanges({ read, readRange }, facts) };
}

async function* readUri(client: S3Client, uri: string): AsyncGenerator<Uint8Array> {
  const { bucket, key } = placeOf(uri);
  try {
    yield* streamObject({ client, bucket }, key, () => fileMissing(uri, undefined));
  } catch (error) {
    throwFileFault(uri, error);
  }
}

async function readUriRange(client: S3Client, uri: string, start: number, end: number): Promise<MarkedBytes> {
  const { bucket, key } = placeOf(uri);
  try {
    return await readObjectRange({ client, bucket }, key, { start, end }, () => fileMissing(uri, undefined));
  } catch (error) {
    return throwFileFault(uri, error);
  }
}

function throwFileFault(uri: string, error: unknown): never {
  if (!SluiceError.is(error)) throw error;
  if (error.code === 'artifact.bucket-missing') fileMissing(uri, undefined, error);
  if (error.code === 'artifact.denied') fileUnreadable(uri, error.facts.seen ?? error.message, error);
  throw error;
}

function placeOf(uri: string): { readonly bucket: string; readonly key: string } {
  const [, bucket, key] = S3_URI.exec(uri) ?? [];
  return bucket === undefined || key === undefined ? badUri(uri) : { bucket, key };
}

function badUri(uri: string): never {
  throw new SluiceError({
    code: 'data.bad-s3-uri',
    message: 'this is no URI of an object in S3',
    seen: uri,
    allowed: 's3://BUCKET/KEY',
    mend: 'correct the URI; for a file of this machine give its path',
  });
}
