import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { AuthorizationType, EndpointType, LambdaRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Code, Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import packageDocument from '../package.json' with { type: 'json' };
import { artifactBucket } from './artifact-bucket.ts';
import { nodeFunction } from './node-function.ts';
import { recordsTable } from './records-table.ts';

export interface ServiceStackProps extends StackProps {
  /** Sluice's name of the stack that this deploys, as run records have it: `aws` or `localstack`. */
  readonly sluiceStack: string;
  readonly code: Readonly<Record<'finish' | 'predict', Code>>;
}

/** What API Gateway waits for at most. */
const PREDICT_TIMEOUT_MS = 29_000;
const FINISH_TIMEOUT_MS = 60_000;

/** What all pipelines share: the bucket, the table, the API and the function that ends runs. */
export class ServiceStack extends Stack {
  readonly bucket: Bucket;
  readonly table: Table;
  readonly finish: Function;
  readonly #sluiceStack: string;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    this.#sluiceStack = props.sluiceStack;
    this.bucket = artifactBucket(this, 'Artifacts');
    this.table = recordsTable(this, 'Records');
    this.finish = this.#finishFunction(props.code.finish);
    const api = this.#api(this.#predictFunction(props.code.predict));
    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'ApiUrl', { value: api.url });
    new CfnOutput(this, 'ApiId', { value: api.restApiId });
    new CfnOutput(this, 'Version', { value: packageDocument.version });
  }

  /** What every function is told: where the stores are, and the name of the stack that it runs in. */
  get variables(): Readonly<Record<string, string>> {
    return {
      SLUICE_BUCKET: this.bucket.bucketName,
      SLUICE_TABLE: this.table.tableName,
      SLUICE_STACK: this.#sluiceStack,
    };
  }

  #finishFunction(code: Code): Function {
    const finish = nodeFunction(this, 'Finish', {
      description: 'Records how an execution ended, whatever ended it',
      code,
      memoryMb: 256,
      timeoutMs: FINISH_TIMEOUT_MS,
      environment: this.variables,
    });
    this.table.grantReadWriteData(finish);
    return finish;
  }

  #predictFunction(code: Code): Function {
    const predict = nodeFunction(this, 'Predict', {
      description: 'Answers the API: predictions, tracking, registry',
      code,
      memoryMb: 1_769, // one whole core
      timeoutMs: PREDICT_TIMEOUT_MS,
      environment: this.variables,
    });
    this.table.grantReadWriteData(predict);
    this.bucket.grantRead(predict);
    this.bucket.grantReadWrite(predict, 'runs/*');
    return predict;
  }

  #api(handler: Function): LambdaRestApi {
    return new LambdaRestApi(this, 'Api', {
      handler,
      endpointTypes: [EndpointType.REGIONAL],
      defaultMethodOptions: { authorizationType: AuthorizationType.IAM },
      binaryMediaTypes: ['*/*'],
      cloudWatchRole: false,
      deployOptions: { stageName: 'v1' },
    });
  }
}
