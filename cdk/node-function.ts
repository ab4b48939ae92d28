import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { explainWildcards } from './explain-wildcards.ts';

export interface NodeFunctionProps {
  readonly description: string;
  /** A folder with `index.mjs` that exports `handler`. */
  readonly code: Code;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Of its log, where commands look for it.
   * @default - made up by CloudFormation
   */
  readonly logGroupName?: string;
  /**
   * Where an event goes that the function could not handle in three attempts.
   * @default - nowhere: who calls waits for the answer
   */
  readonly deadLetters?: IQueue;
}

/**
 * A Lambda function as all of Sluice's are: the newest Node, bundled code, logs for a month, traced, old versions kept.
 * Of rights it has none but to write its own log and traces.
 */
export function nodeFunction(scope: Construct, id: string, props: NodeFunctionProps): Function {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    ...(props.logGroupName === undefined ? {} : { logGroupName: props.logGroupName }),
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new Function(scope, id, {
    description: props.description,
    code: props.code,
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMb,
    timeout: Duration.seconds(Math.ceil(props.timeoutMs / 1_000)),
    environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
    role: ownRole(scope, `${id}Role`, logGroup),
    logGroup,
    tracing: Tracing.ACTIVE,
    ...(props.deadLetters ? { deadLetterQueue: props.deadLetters } : {}),
    // Executions that are under way go on calling the version that they began with.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
  });
}

/** Not the role that CDK makes: AWS's managed policy in that may write every log of the account. */
function ownRole(scope: Construct, id: string, logGroup: LogGroup): Role {
  const role = new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  explainWildcards(role);
  return role;
}
