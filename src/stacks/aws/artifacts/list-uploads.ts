import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  ListPartsCommand,
  type MultipartUpload,
  type Part,
} from '@aws-sdk/client-s3';
import type { Leftover } from '../../../artifacts/artifact-store.ts';
import { isNoUpload, throwS3Fault } from './s3-fault.ts';
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
async function* leftoverOf(place: S3Place, upload: MultipartUpload): AsyncGenerator<Leftover> {
  const { Key, UploadId, Initiated } = upload;
  try {
    const parts = await Array.fromAsync(partsOf(place, upload));
    yield {
      sizeBytes: parts.reduce((total, { Size = 0 }) => total + Size, 0),
      modifiedAtMs: Math.max(Initiated!.getTime(), ...parts.map(({ LastModified }) => LastModified?.getTime() ?? 0)),
      remove: () => abort(place, Key!, UploadId!),
    };
  } catch (error) {
    if (!isNoUpload(error)) throwS3Fault(error, s3Uri(place, Key!));
  }
}

/** Page by page, for as long as there is said to be more: a last page, too, names the part that it ends with. */
async function* partsOf(place: S3Place, { Key, UploadId }: MultipartUpload): AsyncGenerator<Part> {
  let PartNumberMarker: string | undefined;
  do {
    const command = new ListPartsCommand({ Bucket: place.bucket, Key, UploadId, PartNumberMarker });
    const page = await place.client.send(command);
    yield* page.Parts ?? [];
    PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
  } while (PartNumberMarker !== undefined);
}

async function abort(place: S3Place, Key: string, UploadId: string): Promise<void> {
  try {
    await place.client.send(new AbortMultipartUploadCommand({ Bucket: place.bucket, Key, UploadId }));
  } catch (error) {
    if (!isNoUpload(error)) throwS3Fault(error, s3Uri(place, Key));
  }
}
