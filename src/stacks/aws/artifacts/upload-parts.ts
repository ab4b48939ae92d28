import { createHash } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandInput,
  CreateMultipartUploadCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { Content } from './content.ts';
import { isNoUpload } from './s3-fault.ts';
import type { S3Place } from './s3-place.ts';
import { sizeOfObject } from './size-of-object.ts';
import { partSizeBytes } from './upload-sizes.ts';

/** What every request of one upload says. */
interface Upload {
  readonly Bucket: string;
  readonly Key: string;
  readonly UploadId: string;
}

/** Writes content part by part; if anything fails, S3 forgets the parts, and the key is as it was. */
export async function uploadParts(
  { client, bucket }: S3Place,
  key: string,
  content: Content,
  condition: { readonly IfNoneMatch?: '*' },
): Promise<void> {
  const named = { Bucket: bucket, Key: key };
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...named, ChecksumAlgorithm: 'SHA256' }));
  const upload: Upload = { ...named, UploadId: UploadId! };
  try {
    const Parts = await sendParts(client, upload, content);
    const end = { ...upload, ...condition, MultipartUpload: { Parts } };
    await complete({ client, bucket }, end, content.sizeBytes);
  } catch (error) {
    await abort(client, upload, error);
    throw error;
  }
}

async function sendParts(client: S3Place['client'], upload: Upload, content: Content): Promise<CompletedPart[]> {
  const partBytes = partSizeBytes(content.sizeBytes);
  const parts: CompletedPart[] = [];
  for (let start = 0; start < content.sizeBytes; start += partBytes) {
    const Body = await content.slice(start, Math.min(start + partBytes, content.sizeBytes));
    const part = { PartNumber: parts.length + 1, ChecksumSHA256: createHash('sha256').update(Body).digest('base64') };
    const { ETag } = await client.send(new UploadPartCommand({ ...upload, ...part, Body }));
    parts.push({ ...part, ETag });
  }
  return parts;
}

/** An upload that is no more has come to its end, in an attempt whose answer was lost, if the object is there. */
async function complete(place: S3Place, end: CompleteMultipartUploadCommandInput, sizeBytes: number): Promise<void> {
  try {
    await place.client.send(new CompleteMultipartUploadCommand(end));
  } catch (error) {
    if (!isNoUpload(error) || (await sizeOfObject(place, end.Key!)) !== sizeBytes) throw error;
  }
}

/** Parts that are not forgotten cost money: that they are left is the worse news. */
async function abort(client: S3Place['client'], upload: Upload, failure: unknown): Promise<void> {
  try {
    await client.send(new AbortMultipartUploadCommand(upload));
  } catch (error) {
    if (isNoUpload(error)) return;
    throw new SluiceError({
      code: 'artifact.upload-left',
      message: 'an upload failed, and its parts could not be removed',
      seen: `upload ${upload.UploadId} to s3://${upload.Bucket}/${upload.Key}`,
      mend: 'run again; remove the parts with `aws s3api abort-multipart-upload`, or let a lifecycle rule do it',
      retry: 'transient',
      cause: new AggregateError([failure, error]),
    });
  }
}
