import type { Node } from 'constructs';
import { SluiceError } from '../src/errors/sluice-error.ts';
import { readSchedules, type Schedule } from './schedules.ts';

/** What a deployment takes from `cdk.json` or from `-c name=value` on the command line. */
export interface DeploymentContext {
  /** Folder of the pipelines, from the folder of the project: `sluice:pipelines`. */
  readonly pipelines: string;
  /** By pipeline: `sluice:schedules`. */
  readonly schedules: Readonly<Record<string, Schedule>>;
  /** Sluice's name of the stack that is deployed, `aws` or `localstack`: `sluice:stack`. */
  readonly stack: string;
}

/** Reads the context of a deployment; what is not said has its default. Throws `deployment.bad-context`, `.bad-schedule`. */
export function readContext(node: Node): DeploymentContext {
  return {
    pipelines: textOf(node, 'sluice:pipelines', 'pipelines'),
    schedules: readSchedules(node.tryGetContext('sluice:schedules') ?? {}),
    stack: textOf(node, 'sluice:stack', 'aws'),
  };
}

function textOf(node: Node, name: string, otherwise: string): string {
  const value: unknown = node.tryGetContext(name) ?? otherwise;
  if (typeof value === 'string' && value !== '') return value;
  throw new SluiceError({
    code: 'deployment.bad-context',
    message: `the deployment's context has a value of ${name} that cannot be used`,
    seen: JSON.stringify(value),
    allowed: 'a text',
    mend: `correct it in cdk.json, or give -c ${name}=${otherwise}`,
  });
}
