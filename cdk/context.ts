import type { Node } from 'constructs';
import { nearest } from '../src/errors/nearest.ts';
import { SluiceError } from '../src/errors/sluice-error.ts';

/** What a deployment takes from `cdk.json` or from `-c name=value` on the command line. */
export interface DeploymentContext {
  /** Folder of the pipelines, from the folder of the project: `sluice:pipelines`. */
  readonly pipelines: string;
  /** EventBridge schedules by pipeline, as `{ "orders": "cron(0 3 * * ? *)" }`: `sluice:schedules`. */
  readonly schedules: Readonly<Record<string, string>>;
  /** Sluice's name of the stack that is deployed, `aws` or `localstack`: `sluice:stack`. */
  readonly stack: string;
}

/** Reads the context of a deployment; what is not said has its default. Throws `deployment.bad-context`. */
export function readContext(node: Node): DeploymentContext {
  return {
    pipelines: textOf(node, 'sluice:pipelines', 'pipelines'),
    schedules: schedulesOf(node),
    stack: textOf(node, 'sluice:stack', 'aws'),
  };
}

/** Throws `deployment.bad-context` when a schedule is for a pipeline that is not deployed. */
export function checkSchedules(schedules: DeploymentContext['schedules'], pipelines: readonly string[]): void {
  for (const name of Object.keys(schedules)) {
    if (pipelines.includes(name)) continue;
    const near = nearest(name, pipelines);
    const mend = near === undefined ? 'name a pipeline that is deployed' : `did you mean ${near}?`;
    throw badContext(SCHEDULES, name, `the pipelines ${pipelines.join(', ')}`, mend);
  }
}

const SCHEDULES = 'sluice:schedules';
const EXPRESSION = /^(cron|rate)\(.+\)$/;
const EXAMPLE = '{"orders": "cron(0 3 * * ? *)"}';

function textOf(node: Node, name: string, otherwise: string): string {
  const value: unknown = node.tryGetContext(name) ?? otherwise;
  if (typeof value === 'string' && value !== '') return value;
  throw badContext(name, value, 'a text', `correct it in cdk.json, or give -c ${name}=${otherwise}`);
}

function schedulesOf(node: Node): Readonly<Record<string, string>> {
  const given: unknown = node.tryGetContext(SCHEDULES) ?? {};
  // The command line gives texts.
  const schedules = typeof given === 'string' ? parsed(given) : given;
  const isWell =
    typeof schedules === 'object' &&
    schedules !== null &&
    Object.values(schedules).every((value) => typeof value === 'string' && EXPRESSION.test(value));
  if (isWell) return schedules as Readonly<Record<string, string>>;
  throw badContext(SCHEDULES, given, EXAMPLE, `correct it in cdk.json, or give -c '${SCHEDULES}=${EXAMPLE}'`);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // refused above, with the text as it was given
  }
}

function badContext(name: string, value: unknown, allowed: string, mend: string): SluiceError {
  return new SluiceError({
    code: 'deployment.bad-context',
    message: `the deployment's context has a value of ${name} that cannot be used`,
    seen: typeof value === 'string' ? value : JSON.stringify(value),
    allowed,
    mend,
  });
}
