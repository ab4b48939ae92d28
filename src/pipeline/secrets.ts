import { SluiceError } from '../errors/sluice-error.ts';
import { stepNodes, type GraphNode } from './graph.ts';

/** Where a secret lies on AWS: a parameter of SSM, or a secret of Secrets Manager. */
export type SecretReference = `ssm:${string}` | `secretsmanager:${string}`;

export type SecretReferences = Readonly<Record<string, SecretReference>>;

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/;
const REFERENCE = /^(?:ssm:[\w./-]{1,1011}|secretsmanager:[\w/+=.@-]{1,512})$/;

/** Throws `pipeline.bad-secret` unless every name can be that of an environment variable. */
export function checkSecretNames(step: string, names: readonly string[]): void {
  const bad = names.find((name) => !NAME.test(name));
  if (bad === undefined) return;
  throw badSecret(`${JSON.stringify(bad)} of step ${step}`, 'A-Z, 0-9 and _, at most 64 characters: as API_KEY');
}

/** Throws `pipeline.bad-secret` for a reference that AWS could not know, or that no step has use for. */
export function checkSecretReferences(nodes: readonly GraphNode[], references: SecretReferences): void {
  const declared = new Set(stepNodes(nodes).flatMap(({ secrets = [] }) => secrets));
  for (const [name, reference] of Object.entries(references)) {
    if (!declared.has(name)) throw badSecret(name, [...declared].join(', ') || 'none: no step declares secrets');
    if (!REFERENCE.test(reference)) throw badSecret(`${name}: ${reference}`, 'ssm:/path, or secretsmanager:name');
  }
}

/** Where the secrets of a step lie on AWS: as the pipeline says, else in SSM as `/sluice/<pipeline>/<name>`. */
export function secretReferences(
  { name: pipeline, nodes, secrets }: { name: string; nodes: readonly GraphNode[]; secrets: SecretReferences },
  step: string,
): SecretReferences {
  const names = stepNodes(nodes).flatMap((node) => (node.step === step ? (node.secrets ?? []) : []));
  return Object.fromEntries(names.map((name) => [name, secrets[name] ?? `ssm:/sluice/${pipeline}/${name}`]));
}

function badSecret(seen: string, allowed: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.bad-secret',
    message: 'a secret of a step or pipeline is not usable',
    seen,
    allowed,
    mend: 'rename it, or point it to where it lies',
  });
}
