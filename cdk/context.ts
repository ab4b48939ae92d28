import type { Node } from 'constructs';

/** What a deployment takes from `cdk.json` or from `-c name=value` on the command line. */
export interface DeploymentContext {
  /** Folder of the pipelines, from the folder of the project: `sluice:pipelines`. */
  readonly pipelines: string;
  /** EventBridge schedules by pipeline, as `{ "orders": "cron(0 3 * * ? *)" }`: `sluice:schedules`. */
  readonly schedules: Readonly<Record<string, string>>;
  /** Sluice's name of the stack that is deployed, `aws` or `localstack`: `sluice:stack`. */
  readonly stack: string;
}

/** Reads the context of a deployment; what is not said has its default. */
export function readContext(node: Node): DeploymentContext {
  const read = <T>(name: string, otherwise: T) => (node.tryGetContext(`sluice:${name}`) ?? otherwise) as T;
  return { pipelines: read('pipelines', 'pipelines'), schedules: read('schedules', {}), stack: read('stack', 'aws') };
}
