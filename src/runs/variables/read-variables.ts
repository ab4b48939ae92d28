import { SluiceError } from '../../errors/sluice-error.ts';
import { stepNodes, type GraphNode, type StepNode } from '../../pipeline/graph.ts';
import type { Variables } from '../../pipeline/variables.ts';

/** Finds the value of a secret or of configuration by its name; undefined or empty when there is none. */
export type VariableReader = (name: string) => Promise<string | undefined>;

/** Values by name. */
export type VariableValues = Readonly<Record<string, string>>;

/** What a step is handed of its surroundings; absent is what it does not declare. */
export interface Surroundings {
  readonly secrets?: VariableValues;
  readonly configuration?: VariableValues;
}

type Declaring = Pick<StepNode, 'step' | 'secrets' | 'configuration'>;

/** The values that a step declares. Throws `variable.missing` and what reading throws. */
export async function readVariables(node: Declaring, read: VariableReader): Promise<Surroundings> {
  const found = await findVariables([node], read);
  const valuesOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, found.get(name)!]));
  return {
    ...(node.secrets && { secrets: valuesOf(node.secrets) }),
    ...(node.configuration && { configuration: valuesOf(node.configuration) }),
  };
}

/** Sees before a run begins that its steps will miss none of what they declare. Throws as `readVariables`. */
export async function checkVariables(nodes: readonly GraphNode[], read: VariableReader): Promise<void> {
  await findVariables(stepNodes(nodes), read);
}

/** Every value that these steps declare, by name; what is missing is named all at once. */
async function findVariables(nodes: readonly Declaring[], read: VariableReader): Promise<ReadonlyMap<string, string>> {
  const names = new Set(nodes.flatMap(namesOf));
  const found = new Map(await Promise.all([...names].map(async (name) => [name, (await read(name)) ?? ''] as const)));
  const missing = nodes.flatMap((node) =>
    namesOf(node).flatMap((name) => (found.get(name) ? [] : [`${name} of step ${node.step}`])),
  );
  if (missing.length > 0) throw variableMissing(missing);
  return found;
}

function namesOf({ secrets = [], configuration = [] }: Variables): readonly string[] {
  return [...secrets, ...configuration];
}

function variableMissing(missing: readonly string[]): SluiceError {
  return new SluiceError({
    code: 'variable.missing',
    message: 'steps need secrets or configuration that are not there',
    seen: [...new Set(missing)].join(', '),
    allowed:
      'at home an environment variable of each name, not empty; on AWS a value in SSM at /sluice/<pipeline>/<name>, or where the pipeline says',
    mend: 'set them in the shell that runs the pipeline: export NAME=VALUE, a secret by read -rs NAME && export NAME',
  });
}
