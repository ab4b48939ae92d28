import { ListObjectsV2Command, type ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import type { StoredObject } from '../../../artifacts/artifact-store.ts';
import { throwS3Fault } from './s3-fault.ts';
import { type S3Place, s3Uri } from './s3-place.ts';

/** Keys that start with the prefix; S3 gives them in byte order, a page at a time. */
export async function* listObjects(place: S3Place, prefix: string): AsyncGenerator<StoredObject> {
  let token: string | undefined;
  do {
    const page = await pageAfter(place, prefix, token);
    for (const { Key, Size, LastModified } of page.Contents ?? []) {
      yield { key: Key!, sizeBytes: Size!, modifiedAtMs: LastModified!.getTime() };
    }
    token = page.NextContinuationToken;
  } while (token !== undefined);
}

async function pageAfter(
  place: S3Place,
  prefix: string,
  token: string | undefined,
): Promise<ListObjectsV2CommandOutput> {
  try {
    const after = token === undefined ? {} : { ContinuationToken: token };
    return await place.client.send(new ListObjectsV2Command({ Bucket: place.bucket, Prefix: prefix, ...after }));
  } catch (error) {
    return throwS3Fault(error, s3Uri(place, prefix));
  }
}
