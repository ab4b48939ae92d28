import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { openDynamoRecords } from './records/open.ts';
import { openS3Artifacts } from './s3-artifacts.ts';

/** The stores of a deployed service, with the client for files that lie elsewhere in S3. */
export interface DeployedStores {
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly s3: S3Client;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens the stores that `SLUICE_TABLE` and `SLUICE_BUCKET` name. Throws `deployed.variable-missing`. */
export function openDeployedStores(environment: Environment): DeployedStores {
  const table = variable(environment, 'SLUICE_TABLE');
  const bucket = variable(environment, 'SLUICE_BUCKET');
  // An emulator has one host for all buckets.
  const s3 = new S3Client({ forcePathStyle: environment['AWS_ENDPOINT_URL'] !== undefined });
  return {
    records: openDynamoRecords({ client: new DynamoDBClient({}), table }),
    artifacts: openS3Artifacts({ client: s3, bucket }),
    s3,
  };
}

/** A variable that the deployment sets. Throws `deployed.variable-missing`. */
export function variable(environment: Environment, name: string): string {
  const value = environment[name];
  if (value) return value;
  throw new SluiceError({
    code: 'deployed.variable-missing',
    message: 'an environment variable that the deployment sets is missing',
    seen: name,
    mend: 'deploy again (`npx cdk deploy --all`); do not edit the environment of the functions by hand',
  });
}
