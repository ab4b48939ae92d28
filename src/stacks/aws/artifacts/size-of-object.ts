import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { isNoObject, throwS3Fault } from './s3-fault.ts';
import { type S3Place, s3Uri } from './s3-place.ts';

/** Size in bytes of what a key has. */
export async function sizeOfObject(place: S3Place, key: string): Promise<number | undefined> {
  try {
    const head = await place.client.send(new HeadObjectCommand({ Bucket: place.bucket, Key: key }));
    return head.ContentLength;
  } catch (error) {
    return isNoObject(error) ? undefined : throwS3Fault(error, s3Uri(place, key));
  }
}
