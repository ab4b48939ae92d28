import { RemovalPolicy, Duration } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

const DAYS_TO_FINISH_AN_UPLOAD = 7;

/** The bucket of all artifacts: private, over TLS only, telling EventBridge of new objects, kept when its stack goes. */
export function artifactBucket(scope: Construct, id: string): Bucket {
  const bucket = new Bucket(scope, id, {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(DAYS_TO_FINISH_AN_UPLOAD) }],
  });
  // Not `eventBridgeEnabled`: that deploys a Python function to set what CloudFormation can set by itself.
  const resource = bucket.node.defaultChild as CfnBucket;
  resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  return bucket;
}
