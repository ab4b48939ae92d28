import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, type Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface NodeFunctionProps {
  readonly description: string;
  /** A folder with `index.mjs` that exports `handler`. */
  readonly code: Code;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** A Lambda function as all of Sluice's are: the newest Node, bundled code, logs for a month, old versions kept. */
export function nodeFunction(scope: Construct, id: string, props: NodeFunctionProps): Function {
  return new Function(scope, id, {
    description: props.description,
    code: props.code,
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memoryMb,
    timeout: Duration.seconds(Math.ceil(props.timeoutMs / 1_000)),
    environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
    logGroup: new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
    // Executions that are under way go on calling the version that they began with.
    currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
  });
}
