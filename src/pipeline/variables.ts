import { SluiceError } from '../errors/sluice-error.ts';
import { stepNodes, type GraphNode } from './graph.ts';

/** Names of the environment variables whose values a step is handed. */
export interface Variables {
  readonly secrets?: readonly string[];
  readonly configuration?: readonly string[];
}

/** Where the value of a variable lies on AWS: a parameter of SSM, or a secret of Secrets Manager. */
export type VariableReference = `ssm:${string}` | `secretsmanager:${string}`;

export type VariableReferences = Readonly<Record<string, VariableReference>>;

/** Where the variables of a pipeline's steps lie on AWS. */
export interface PipelineVariables {
  readonly secrets: VariableReferences;
  readonly configuration: VariableReferences;
}

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/;
const REFERENCE = /^(?:ssm:[\w./-]{1,1011}|secretsmanager:[\w/+=.@-]{1,512})$/;

/** Throws `pipeline.bad-variable` unless each name can be that of an environment variable, and is given once. */
export function checkVariableNames(step: string, { secrets = [], configuration = [] }: Variables): void {
  const names = [...secrets, ...configuration];
  const bad = names.find((name, place) => !NAME.test(name) || names.indexOf(name) < place);
  if (bad === undefined) return;
  throw badVariable(
    `${JSON.stringify(bad)} of step ${step}`,
    'A-Z, 0-9 and _, at most 64 characters, each once: as API_KEY',
  );
}

/** Throws `pipeline.bad-variable` for a name that one step has as a secret and another as configuration: it has one value. */
export function checkVariableKinds(nodes: readonly GraphNode[]): void {
  const secretOf = new Map(
    stepNodes(nodes).flatMap(({ step, secrets = [] }) => secrets.map((name) => [name, step] as const)),
  );
  for (const { step, configuration = [] } of stepNodes(nodes)) {
    const both = configuration.find((name) => secretOf.has(name));
    if (both !== undefined) {
      const seen = `${both}: a secret of step ${secretOf.get(both)}, configuration of step ${step}`;
      throw badVariable(seen, 'the one or the other; a secret, if it is to be hidden');
    }
  }
}

/** Throws `pipeline.bad-variable` for a reference that AWS could not know, or that no step has use for. */
export function checkReferences(nodes: readonly GraphNode[], references: PipelineVariables): void {
  for (const kind of ['secrets', 'configuration'] as const) {
    const declared = new Set(stepNodes(nodes).flatMap((node) => node[kind] ?? []));
    for (const [name, reference] of Object.entries(references[kind])) {
      if (!declared.has(name)) throw badVariable(name, [...declared].join(', ') || `none: no step declares ${kind}`);
      if (!REFERENCE.test(reference)) throw badVariable(`${name}: ${reference}`, 'ssm:/path, or secretsmanager:name');
    }
  }
}

/** Where the variables of a step lie on AWS: as the pipeline says, else in SSM as `/sluice/<pipeline>/<name>`. */
export function variableReferences(
  { name: pipeline, nodes, ...references }: PipelineVariables & { name: string; nodes: readonly GraphNode[] },
  step: string,
): VariableReferences {
  const own = stepNodes(nodes).filter((node) => node.step === step);
  const byKind = (['secrets', 'configuration'] as const).flatMap((kind) =>
    own
      .flatMap((node) => node[kind] ?? [])
      .map((name) => [name, references[kind][name] ?? (`ssm:/sluice/${pipeline}/${name}` as const)] as const),
  );
  return Object.fromEntries(byKind);
}

function badVariable(seen: string, allowed: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.bad-variable',
    message: 'a secret or configuration of a step or pipeline is not usable',
    seen,
    allowed,
    mend: 'rename it, declare it as one thing, or point it to where it lies',
  });
}
