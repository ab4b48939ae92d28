import { Duration, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { dataRemovalPolicy, type Stage } from './stage.ts';

const DAYS_TO_FINISH_AN_UPLOAD = 7;
const DAYS_TO_RESTORE = 30;

/**
 * The bucket of all artifacts: private, encrypted, over TLS only, telling EventBridge of new objects.
 * In `prod` it is kept when its stack goes, and what was removed or replaced can be restored for a month.
 */
export function artifactBucket(scope: Construct, id: string, { stage }: { readonly stage: Stage }): Bucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    versioned: stage === 'prod',
    removalPolicy: dataRemovalPolicy(stage),
    lifecycleRules: [
      {
        abortIncompleteMultipartUploadAfter: Duration.days(DAYS_TO_FINISH_AN_UPLOAD),
        noncurrentVersionExpiration: Duration.days(DAYS_TO_RESTORE),
        expiredObjectDeleteMarker: true, // what is left of an object whose last version is gone
      },
    ],
  });
  // Not `eventBridgeEnabled`: that deploys a Python function to set what CloudFormation can set by itself.
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: "CloudTrail's data events, an account's own choice, say who read what; access logs would be a second copy",
  });
  return bucket;
}
