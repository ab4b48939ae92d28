import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  type MultipartUpload,
  type Part,
  paginateListParts,
} from '@aws-sdk/client-s3';
import type { Leftover } from '../../../artifacts/artifact-store.ts';
import { throwS3Fault } from './s3-fault.ts';
import { type S3Place, s3Uri } from './s3-place.ts';

/** The multipart uploads that have neither come to their end nor been given up, with the parts that they have. */
export async function* listUploads(place: S3Place): AsyncGenerator<Leftover> {
  let after: Pick<ListMultipartUploadsCommandOutput, 'NextKeyMarker' | 'NextUploadIdMarker'> | undefined;
  do {
    const page = await pageAfter(place, after?.NextKeyMarker, after?.NextUploadIdMarker);
    for (const upload of page.Uploads ?? []) yield* leftoverOf(place, upload);
    after = page.IsTruncated ? page : undefined;
  } while (after !== undefined);
}

async function pageAfter(
  place: S3Place,
  KeyMarker: string | undefined,
  UploadIdMarker: string | undefined,
): Promise<ListMultipartUploadsCommandOutput> {
  try {
    return await place.client.send(
      new ListMultipartUploadsCommand({ Bucket: place.bucket, KeyMarker, UploadIdMarker }),
    );
  } catch (error) {
    return throwS3Fault(error, `s3://${place.bucket}`);
  }
}

/** None if the upload has come to its end meanwhile. */
async function* leftoverOf(place: S3Place, { Key, UploadId, Initiated }: MultipartUpload): AsyncGenerator<Leftover> {
  try {
    const parts: Part[] = [];
    const upload = { Bucket: place.bucket, Key, UploadId };
    for await (const page of paginateListParts({ client: place.client }, upload)) parts.push(...(page.Parts ?? []));
    yield {
      sizeBytes: parts.reduce((total, { Size = 0 }) => total + Size, 0),
      modifiedAtMs: Math.max(Initiated!.getTime(), ...parts.map(({ LastModified }) => LastModified?.getTime() ?? 0)),
      remove: () => abort(place, Key!, UploadId!),
    };
  } catch (error) {
    if (!isNoUpload(error)) throwS3Fault(error, s3Uri(place, Key!));
  }
}

async function abort(place: S3Place, Key: string, UploadId: string): Promise<void> {
  try {
    await place.client.send(new AbortMultipartUploadCommand({ Bucket: place.bucket, Key, UploadId }));
  } catch (error) {
    if (!isNoUpload(error)) throwS3Fault(error, s3Uri(place, Key));
  }
}

function isNoUpload(error: unknown): boolean {
  return error instanceof Error && error.name === 'NoSuchUpload';
}
