/** The flavors of each component of a stack. */
export const FLAVORS = {
  orchestrator: ['in-process', 'step-functions'],
  artifactStore: ['files', 's3'],
  experimentTracker: ['sqlite', 'dynamodb'],
  modelDeployer: ['local', 'api-gateway'],
} as const;

export type Component = keyof typeof FLAVORS;

/** A stack whose state lies in a folder of this machine. */
export interface LocalStackDefinition {
  readonly orchestrator: 'in-process';
  readonly artifactStore: 'files';
  readonly experimentTracker: 'sqlite';
  readonly modelDeployer: 'local';
  /** Folder of its records and artifacts; that of the project unless given. */
  readonly home?: string;
}

/** A stack whose state is that of a deployed service. */
export interface AwsStackDefinition {
  readonly orchestrator: 'in-process' | 'step-functions';
  readonly artifactStore: 's3';
  readonly experimentTracker: 'dynamodb';
  readonly modelDeployer: 'local' | 'api-gateway';
  /** That of the environment unless given. */
  readonly region?: string;
  /** Whose credentials; those of the environment unless given, and made-up ones at an endpoint. */
  readonly profile?: string;
  /** URL of an emulator; AWS unless given. */
  readonly endpoint?: string;
  /** Name of the CloudFormation stack of the service, and what those of its pipelines begin with; `sluice` unless given. */
  readonly service?: string;
}

/** What a stack is made of. Only combinations that work can be written. */
export type StackDefinition = LocalStackDefinition | AwsStackDefinition;

/** The flavor of each component. */
export type Flavors = Readonly<Record<Component, string>>;

/** The flavors alone. */
export function flavorsOf({ orchestrator, artifactStore, experimentTracker, modelDeployer }: StackDefinition): Flavors {
  return { orchestrator, artifactStore, experimentTracker, modelDeployer };
}

/** Each setting that a definition has, by its name. */
export function settingsOf(definition: StackDefinition): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(definition).filter(([name]) => !Object.hasOwn(FLAVORS, name)));
}
