import type { S3Client } from '@aws-sdk/client-s3';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { ParameterFiles } from '../parameter-files.ts';
import { placeFile } from './orchestrator/place-file.ts';
import { s3SourceFile } from './s3-source-file.ts';

/** Files in S3, those of this machine uploaded first. Placing throws as `placeFile`. */
export function s3Files(stores: { readonly s3: S3Client; readonly artifacts: ArtifactStore }): ParameterFiles {
  return {
    place: (pipeline, parameter, pathOrUri) => placeFile(stores, pipeline, parameter, pathOrUri),
    open: async ({ file }) => s3SourceFile(stores.s3, file),
  };
}
