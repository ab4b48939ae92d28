import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashSteps } from '../src/pipeline/code/hash-steps.ts';
import { findStepFiles, type StepFile } from '../src/pipeline/code/step-files.ts';
import { type Manifest, manifestOf } from '../src/pipeline/manifest.ts';
import { isPipeline, type Pipeline } from '../src/pipeline/pipeline.ts';

/** A pipeline with what a deployment of it needs to know. */
export interface Deployable {
  readonly pipeline: Pipeline;
  readonly manifest: Manifest;
  /** By step name. */
  readonly files: ReadonlyMap<string, StepFile>;
}

/** Every pipeline under `pipelines/`: those that a folder's `pipeline.ts` exports. Throws `pipeline.step-without-file`. */
export async function findDeployables(root: string): Promise<Deployable[]> {
  const entries = await readdir(join(root, 'pipelines'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, 'pipelines', name));
  return (await Promise.all(folders.map((folder) => deployablesOf(root, folder)))).flat();
}

async function deployablesOf(root: string, folder: string): Promise<Deployable[]> {
  const module: object = await import(pathToFileURL(join(folder, 'pipeline.ts')).href);
  return Promise.all(
    Object.values(module)
      .filter(isPipeline)
      .map(async (pipeline) => {
        const files = await findStepFiles(folder, pipeline.steps);
        const manifest = manifestOf(pipeline, await hashSteps(root, pipeline.steps, files));
        return { pipeline, manifest, files };
      }),
  );
}
