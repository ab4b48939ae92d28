import type { Node } from 'constructs';
import { SluiceError } from '../src/errors/sluice-error.ts';
import { readSchedules, SCHEDULES, type Schedule } from '../src/pipeline/schedule/read-schedules.ts';
import { SERVICE_STACK } from '../src/stacks/aws/names.ts';
import { type Stage, STAGES } from './stage.ts';

/** What a deployment takes from `cdk.json` or from `-c name=value` on the command line. */
export interface DeploymentContext {
  /** Folder of the pipelines, from the folder of the project: `sluice:pipelines`. */
  readonly pipelines: string;
  /** By pipeline: `sluice:schedules`. */
  readonly schedules: Readonly<Record<string, Schedule>>;
  /** `dev` or `prod`: `sluice:stage`. */
  readonly stage: Stage;
  /** Who is told of alarms; nobody unless given: `sluice:alertEmail`. */
  readonly alertEmail?: string;
  /** Whose workflows may deploy, as the subject of their tokens has it; nobody's unless given: `sluice:githubRepository`. */
  readonly githubRepository?: string;
  /** Whether there is an API for bearers of tokens, too: `sluice:tokenApi`. */
  readonly tokenApi: boolean;
  /** Name of the service, with which all names of this deployment begin: `sluice:service`. */
  readonly service: string;
  /** Sluice's name of the stack that is deployed, `aws` or `localstack`: `sluice:stack`. */
  readonly sluiceStack: string;
}

/** Reads the context of a deployment; what is not said has its default. Throws `deployment.bad-context`, `.bad-schedule`. */
export function readContext(node: Node): DeploymentContext {
  const alertEmail = optional(node, 'sluice:alertEmail', EMAIL);
  const githubRepository = optional(node, 'sluice:githubRepository', REPOSITORY);
  return {
    pipelines: textOf(node, 'sluice:pipelines', 'pipelines'),
    schedules: readSchedules(node.tryGetContext(SCHEDULES) ?? {}),
    stage: stageOf(node, 'sluice:stage'),
    ...(alertEmail === undefined ? {} : { alertEmail }),
    ...(githubRepository === undefined ? {} : { githubRepository }),
    tokenApi: booleanOf(node, 'sluice:tokenApi'),
    service: optional(node, 'sluice:service', SERVICE) ?? SERVICE_STACK,
    sluiceStack: textOf(node, 'sluice:stack', 'aws'),
  };
}

function textOf(node: Node, name: string, otherwise: string): string {
  const value: unknown = node.tryGetContext(name) ?? otherwise;
  if (typeof value === 'string' && value !== '') return value;
  throw badContext(name, value, { allowed: 'a text', example: otherwise });
}

function stageOf(node: Node, name: string): Stage {
  const value: unknown = node.tryGetContext(name) ?? 'dev';
  const stage = STAGES.find((one) => one === value);
  if (stage !== undefined) return stage;
  throw badContext(name, value, { allowed: STAGES.join(', '), example: 'prod' });
}

/** A word of the command line is a text. */
function booleanOf(node: Node, name: string): boolean {
  const value: unknown = node.tryGetContext(name) ?? false;
  if (value === 'true' || value === true) return true;
  if (value === 'false' || value === false) return false;
  throw badContext(name, value, { allowed: 'true, false', example: 'true' });
}

function optional(node: Node, name: string, { pattern, ...text }: Form): string | undefined {
  const value: unknown = node.tryGetContext(name);
  if (value === undefined || (typeof value === 'string' && pattern.test(value))) return value;
  throw badContext(name, value, text);
}

/** What a value must look like. */
interface Form {
  readonly pattern: RegExp;
  readonly allowed: string;
  readonly example: string;
}

/** What a slip of the pen breaks; whether the address is somebody's shows when it is confirmed. */
const EMAIL: Form = {
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  allowed: 'an e-mail address',
  example: 'team@example.com',
};
/** Without a star: that would let others in. */
const REPOSITORY: Form = { pattern: /^[\w.@-]+\/[\w.@-]+$/, allowed: 'owner/name', example: 'octo-org/rents' };

/** A state machine's name, the service's and the pipeline's, has 80 characters at most. */
const SERVICE: Form = {
  pattern: /^(?=.{1,39}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  allowed: 'kebab-case of a-z, 0-9 and -, at most 39 characters',
  example: 'sluice-dev',
};

function badContext(
  name: string,
  value: unknown,
  { allowed, example }: { readonly allowed: string; readonly example: string },
): SluiceError {
  return new SluiceError({
    code: 'deployment.bad-context',
    message: `the deployment's context has a value of ${name} that cannot be used`,
    seen: JSON.stringify(value),
    allowed,
    mend: `correct it in cdk.json, or give -c ${name}=${example}`,
  });
}
