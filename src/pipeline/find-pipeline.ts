import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { loadErrorPlace } from './load-error-place.ts';
import { isPipeline, type Pipeline } from './pipeline.ts';

/**
 * Loads the pipeline of `<name>/pipeline.ts` in a folder of pipelines.
 * Throws `pipeline.unknown`, `pipeline.not-loaded`, `pipeline.not-exported` and what declaring it throws.
 */
export async function findPipeline(folder: string, name: string): Promise<Pipeline> {
  const names = await pipelineNames(folder);
  if (!names.includes(name)) throw unknown(name, names);
  const path = join(folder, name, 'pipeline.ts');
  const exported = Object.values(await load(path));
  const found = exported.filter(isPipeline).find((pipeline) => pipeline.name === name);
  if (found) return found;
  throw new SluiceError({
    code: 'pipeline.not-exported',
    message: 'the file exports no pipeline of the name of its folder',
    seen: path,
    allowed: `export const … = pipeline('${name}', …)`,
    mend: 'export the pipeline, and give it the name of its folder',
  });
}

/** Names of the folders that hold a `pipeline.ts`, in order; none when the folder around them is missing. */
export async function pipelineNames(folder: string): Promise<string[]> {
  const paths = await readdir(folder).catch(noneWhenMissing);
  const names = await Promise.all(
    paths.map(async (name) => {
      const isThere = await access(join(folder, name, 'pipeline.ts')).then(
        () => true,
        () => false,
      );
      return isThere ? [name] : [];
    }),
  );
  return names.flat().toSorted();
}

function noneWhenMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function load(path: string): Promise<Record<string, unknown>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (cause) {
    if (SluiceError.is(cause)) throw cause;
    throw new SluiceError({
      code: 'pipeline.not-loaded',
      message: 'the file of the pipeline cannot be loaded',
      seen: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
      mend: `mend it in ${loadErrorPlace(cause) ?? path}; \`npx tsc -p .\` finds more`,
      cause,
    });
  }
}

function unknown(name: string, names: readonly string[]): SluiceError {
  const near = nearest(name, names);
  return new SluiceError({
    code: 'pipeline.unknown',
    message: 'there is no pipeline of that name',
    seen: name,
    allowed: names.join(', ') || 'none: this folder has no pipelines/NAME/pipeline.ts',
    mend: near === undefined ? 'name one of these, from the folder of the project' : `did you mean ${near}?`,
  });
}
