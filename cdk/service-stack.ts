import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Code, Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import packageDocument from '../package.json' with { type: 'json' };
import { alertsTopic } from './alerts.ts';
import { artifactBucket } from './artifact-bucket.ts';
import { dashboard } from './dashboard.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { nodeFunction } from './node-function.ts';
import { recordsTable } from './records-table.ts';
import { grant } from './rights/grant.ts';
import { authorizeRights, finishRights, predictRights } from './rights/rights-of.ts';
import { serviceAlarms } from './service-alarms.ts';
import { serviceApi } from './service-api.ts';
import type { Stage } from './stage.ts';
import { AUTHORIZE_TIMEOUT_MS, tokenApi } from './token-api.ts';

/** Code of the functions that all pipelines share, as `bundlePipelines` gives it. */
export type ServiceCode = Readonly<Record<'authorize' | 'finish' | 'predict', Code>>;

export interface ServiceStackProps extends StackProps {
  /** Of the shared functions, as `bundlePipelines` gives it. */
  readonly code: ServiceCode;
  /**
   * Sluice's name of the stack that this deploys, as run records have it: `aws` or `localstack`.
   * @default 'aws'
   */
  readonly sluiceStack?: string;
  /**
   * What the deployment is for: `prod` keeps its data whatever happens.
   * @default 'dev'
   */
  readonly stage?: Stage;
  /**
   * Who is told of alarms by e-mail.
   * @default - nobody: subscribe to the topic `Alerts`
   */
  readonly alertEmail?: string | undefined;
  /**
   * Whether there is a second API, for bearers of tokens that `sluice token` makes.
   * @default false
   */
  readonly tokenApi?: boolean;
  /**
   * Requests that the API for tokens takes in a second, from all its callers and from strangers together.
   * @default 100
   */
  readonly tokenApiRequestsPerSecond?: number;
}

/** What API Gateway waits for at most. */
const PREDICT_TIMEOUT_MS = 29_000;
const FINISH_TIMEOUT_MS = 60_000;

/** What all pipelines share: the bucket, the table, the API, the function that ends runs, and where alarms go. */
export class ServiceStack extends Stack {
  readonly bucket: Bucket;
  readonly table: Table;
  readonly finish: Function;
  readonly alerts: ITopic;
  readonly #sluiceStack: string;

  constructor(scope: Construct, id: string, props: ServiceStackProps) {
    super(scope, id, props);
    const { stage = 'dev', sluiceStack = 'aws' } = props;
    this.#sluiceStack = sluiceStack;
    this.bucket = artifactBucket(this, 'Artifacts', { stage });
    this.table = recordsTable(this, 'Records', { stage });
    this.alerts = alertsTopic(this, 'Alerts', { email: props.alertEmail });
    const unfinished = deadLetterQueue(this, 'Unfinished');
    this.finish = this.#finishFunction(props.code.finish, unfinished);
    const handler = this.#predictFunction(props.code.predict);
    const api = serviceApi(this, 'Api', { handler });
    const apis = props.tokenApi ? { Api: api, TokenApi: this.#tokenApi(handler, props) } : { Api: api };
    serviceAlarms(this, { apis, finish: this.finish, unfinished, topic: this.alerts });
    dashboard(this, 'Dashboard', { apis, finish: this.finish });
    new CfnOutput(this, 'BucketName', { value: this.bucket.bucketName });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    for (const [name, { url, restApiId }] of Object.entries(apis)) {
      new CfnOutput(this, `${name}Url`, { value: url });
      new CfnOutput(this, `${name}Id`, { value: restApiId });
    }
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

  #finishFunction(code: Code, unfinished: IQueue): Function {
    const finish = nodeFunction(this, 'Finish', {
      description: 'Records how an execution ended, whatever ended it',
      code,
      memoryMb: 256,
      timeoutMs: FINISH_TIMEOUT_MS,
      environment: { ...this.variables, SLUICE_SERVICE: this.stackName },
      deadLetters: unfinished,
    });
    grant(finish, finishRights, this);
    return finish;
  }

  #predictFunction(code: Code): Function {
    const predict = nodeFunction(this, 'Predict', {
      description: 'Answers the API: predictions of what serves',
      code,
      memoryMb: 1_769, // one whole core
      timeoutMs: PREDICT_TIMEOUT_MS,
      environment: this.variables,
    });
    grant(predict, predictRights, this);
    return predict;
  }

  #tokenApi(
    handler: Function,
    { code, tokenApiRequestsPerSecond: requestsPerSecond = 100 }: ServiceStackProps,
  ): RestApi {
    const authorizer = this.#authorizeFunction(code.authorize);
    return tokenApi(this, 'TokenApi', { handler, authorizer, requestsPerSecond });
  }

  #authorizeFunction(code: Code): Function {
    const authorize = nodeFunction(this, 'Authorize', {
      description: 'Tells API Gateway what a token allows',
      code,
      memoryMb: 512,
      timeoutMs: AUTHORIZE_TIMEOUT_MS,
      environment: this.variables,
    });
    grant(authorize, authorizeRights, this);
    return authorize;
  }
}
