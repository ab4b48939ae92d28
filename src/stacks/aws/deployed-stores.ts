import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { type Environment, variable } from './environment.ts';
import { OBJECT_REQUESTS, type Patience, SMALL_REQUESTS } from './patience.ts';
import { openDynamoRecords } from './records/open.ts';
import { openS3Artifacts } from './s3-artifacts.ts';

/** The stores of a deployed service, with the client for files that lie elsewhere in S3. */
export interface DeployedStores {
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly s3: S3Client;
}

/**
 * Opens the stores that `SLUICE_TABLE` and `SLUICE_BUCKET` name, as patient as their services need unless told otherwise.
 * Throws `deployed.variable-missing`.
 */
export function openDeployedStores(environment: Environment, patience?: Patience): DeployedStores {
  const records = openDeployedRecords(environment, patience);
  const bucket = variable(environment, 'SLUICE_BUCKET');
  const s3 = deployedS3(environment, patience);
  return { records, artifacts: openS3Artifacts({ client: s3, bucket }), s3 };
}

/** Opens the records alone. Throws `deployed.variable-missing`. */
export function openDeployedRecords(environment: Environment, patience = SMALL_REQUESTS): RecordStore {
  return openDynamoRecords({ client: new DynamoDBClient(patience), table: variable(environment, 'SLUICE_TABLE') });
}

/** The client of S3 in a function; an emulator has one host for all buckets. */
export function deployedS3(environment: Environment, patience = OBJECT_REQUESTS): S3Client {
  return new S3Client({ ...patience, forcePathStyle: environment['AWS_ENDPOINT_URL'] !== undefined });
}
