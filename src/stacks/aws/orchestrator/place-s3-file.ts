import type { S3Client } from '@aws-sdk/client-s3';
import type { FileReference } from '../../../tracking/run-record.ts';
import { openS3SourceFile } from '../s3-source-file.ts';

/** Fixes an object by its hash; it stays where it lies. Throws what opening it throws. */
export async function placeS3File(client: S3Client, uri: string): Promise<FileReference> {
  const { name, sha256, sizeBytes } = await openS3SourceFile(client, uri);
  return { file: { uri, name, sha256, sizeBytes } };
}
