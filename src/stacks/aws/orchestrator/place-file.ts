import type { S3Client } from '@aws-sdk/client-s3';
import type { ArtifactStore } from '../../../artifacts/artifact-store.ts';
import type { FileReference } from '../../../tracking/run-record.ts';
import { localPath } from '../../local/local-path.ts';
import { openLocalSourceFile } from '../../local/local-source-file.ts';
import { placeS3File } from './place-s3-file.ts';

/**
 * Fingerprints a file for a run on AWS; one of this machine is uploaded first, once, under its hash. Throws `data.*` as
 * opening the file does, `data.bad-file-uri`, and what the store throws.
 */
export async function placeFile(
  stores: { readonly s3: S3Client; readonly artifacts: ArtifactStore },
  pipeline: string,
  parameter: string,
  pathOrUri: string,
): Promise<FileReference> {
  if (pathOrUri.startsWith('s3://')) return placeS3File(stores.s3, pathOrUri);
  const path = localPath(pathOrUri);
  const { name, sha256, sizeBytes } = await openLocalSourceFile(path);
  const key = `artifacts/${pipeline}/params/${parameter}/${sha256}`;
  await stores.artifacts.createFromFile(key, path);
  return { file: { name, uri: stores.artifacts.uri(key), sha256, sizeBytes } };
}
