import { CopyObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { isDueForRenewal } from '../../../artifacts/unreferenced.ts';
import { isNoObject, throwS3Fault } from './s3-fault.ts';
import { type S3Place, s3Uri } from './s3-place.ts';

/** S3 copies no more in one request; so large an artifact stays as old as it is. */
const MAX_COPY_BYTES = 5_000_000_000;

/** Makes an object's last change a recent one, by copying it onto itself; false if there is no such key. */
export async function renewObject(place: S3Place, key: string, nowMs: number): Promise<boolean> {
  const { client, bucket: Bucket } = place;
  try {
    const { LastModified, ContentLength = 0 } = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
    const isDue = LastModified !== undefined && isDueForRenewal(LastModified.getTime(), nowMs);
    if (isDue && ContentLength <= MAX_COPY_BYTES) await copyOntoItself(place, key);
    return true;
  } catch (error) {
    return isNoObject(error) ? false : throwS3Fault(error, s3Uri(place, key));
  }
}

async function copyOntoItself({ client, bucket: Bucket }: S3Place, key: string): Promise<void> {
  await client.send(
    new CopyObjectCommand({
      Bucket,
      Key: key,
      CopySource: encodeURIComponent(`${Bucket}/${key}`),
      MetadataDirective: 'REPLACE', // S3 refuses a copy onto itself that changes nothing
      ChecksumAlgorithm: 'SHA256',
    }),
  );
}
