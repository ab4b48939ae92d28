import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { AnyStepDefinition } from '../step.ts';

/** Where a step's code is: the file and the name under which it exports the step. */
export interface StepFile {
  readonly path: string;
  readonly exportName: string;
}

/**
 * Finds the file of every step that was not made inline with a `version`, by the identity of what the files of the
 * pipeline's folder export. Throws `pipeline.step-without-file`.
 */
export async function findStepFiles(
  folder: string,
  steps: ReadonlyMap<string, AnyStepDefinition>,
): Promise<Map<string, StepFile>> {
  const wanted = [...steps].filter(([, { version }]) => version === undefined);
  if (wanted.length === 0) return new Map();
  const exported = await exportedValues(folder);
  return new Map(wanted.map(([name, definition]) => [name, fileOf(name, definition, exported)]));
}

type Exported = StepFile & { readonly value: unknown };

async function exportedValues(folder: string): Promise<Exported[]> {
  const names = await readdir(folder);
  const paths = names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
  const modules = await Promise.all(
    paths.toSorted().map(async (path) => {
      const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
      return Object.entries(module).map(([exportName, value]) => ({ path, exportName, value }));
    }),
  );
  return modules.flat();
}

// The graph holds the definition that was given to step(); the export is the callable made of it: they share `run`.
function fileOf(name: string, definition: AnyStepDefinition, exported: readonly Exported[]): StepFile {
  const found = exported.find(
    ({ value }) => typeof value === 'function' && 'run' in value && value.run === definition.run,
  );
  if (found) return { path: found.path, exportName: found.exportName };
  throw new SluiceError({
    code: 'pipeline.step-without-file',
    message: 'a step is not exported from a file of its pipeline',
    seen: name,
    mend: "export it as a const from a file in the pipeline's folder, or give it a version",
  });
}
