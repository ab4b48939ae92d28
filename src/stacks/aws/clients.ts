import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { OBJECT_REQUESTS, SMALL_REQUESTS } from './patience.ts';

/** One client a service, made once and handed in. */
export interface AwsClients {
  readonly cloudFormation: CloudFormationClient;
  readonly dynamodb: DynamoDBClient;
  readonly s3: S3Client;
  readonly sfn: SFNClient;
}

/** Where the services are: the environment's region and credentials, or an emulator's. */
export interface AwsPlace {
  readonly endpoint?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Clients for a place; an emulator's buckets are reached by path, because their names do not resolve. */
export function awsClients(place: AwsPlace): AwsClients {
  return {
    cloudFormation: new CloudFormationClient({ ...place, ...SMALL_REQUESTS }),
    dynamodb: new DynamoDBClient({ ...place, ...SMALL_REQUESTS }),
    s3: new S3Client({ ...place, ...OBJECT_REQUESTS, forcePathStyle: place.endpoint !== undefined }),
    sfn: new SFNClient({ ...place, ...SMALL_REQUESTS }),
  };
}
