import type { Deployable } from './deployable.ts';

/**
 * Source of every function's entry by the folder its bundle goes to, as `customer-satisfaction/step-train`. Handlers are
 * imported from Sluice's own folder and without their ending: of a package they are compiled.
 */
export type Entries = ReadonlyMap<string, string>;

/** What becomes a bundle: the shared functions, and for each pipeline its doors and its steps with their manifest. */
export function entriesOf(deployables: readonly Deployable[]): Entries {
  const shared = ['authorize', 'finish', 'predict'].map((name): [string, string] => [
    name,
    `import { ${name}Handler } from './lambdas/${name}/handler';
export const handler = ${name}Handler();`,
  ]);
  return new Map([...shared, ...deployables.flatMap(pipelineEntries)]);
}

function pipelineEntries({ manifest, files }: Deployable): [string, string][] {
  const baked = JSON.stringify(manifest);
  const doors = ['begin', 'start'].map((door): [string, string] => [
    `${manifest.pipeline}/${door}`,
    `import { ${door}Handler } from './lambdas/${door}/handler';
export const handler = ${door}Handler(${baked});`,
  ]);
  const steps = [...files].map(([step, { path, exportName }]): [string, string] => [
    `${manifest.pipeline}/step-${step}`,
    `import { ${exportName} as step } from ${JSON.stringify(path)};
import { stepHandler } from './lambdas/step/handler';
export const handler = stepHandler(${baked}, step);`,
  ]);
  return [...doors, ...steps];
}
