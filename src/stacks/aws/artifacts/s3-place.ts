import type { S3Client } from '@aws-sdk/client-s3';

/** A bucket and the way to it. */
export interface S3Place {
  readonly client: S3Client;
  readonly bucket: string;
}

/** The URI of a key. */
export function s3Uri({ bucket }: S3Place, key: string): string {
  return `s3://${bucket}/${key}`;
}
