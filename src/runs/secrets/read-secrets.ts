import { SluiceError } from '../../errors/sluice-error.ts';
import { stepNodes, type GraphNode, type StepNode } from '../../pipeline/graph.ts';

/** Finds the value of a secret by its name; undefined or empty when there is none. */
export type SecretReader = (name: string) => Promise<string | undefined>;

/** Values by name. */
export type Secrets = Readonly<Record<string, string>>;

/** The values of the secrets that a step declares. Throws `secret.missing` and what reading throws. */
export async function readSecrets(
  { step, secrets = [] }: Pick<StepNode, 'step' | 'secrets'>,
  read: SecretReader,
): Promise<Secrets> {
  const entries = secrets.map(async (name) => {
    const value = await read(name);
    if (!value) throw secretMissing(name, step);
    return [name, value] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Sees before a run begins that no secret of its steps is missing. Throws as `readSecrets`. */
export async function checkSecrets(nodes: readonly GraphNode[], read: SecretReader): Promise<void> {
  for (const node of stepNodes(nodes)) await readSecrets(node, read);
}

function secretMissing(name: string, step: string): SluiceError {
  return new SluiceError({
    code: 'secret.missing',
    message: 'a step needs a secret that is not there',
    seen: `${name}, of step ${step}`,
    allowed: 'at home an environment variable of that name, not empty',
    mend: `set it in the shell that runs the pipeline: read -rs ${name} && export ${name}`,
  });
}
