import { join } from 'node:path';
import { SluiceError } from '../src/errors/sluice-error.ts';
import { hashSteps } from '../src/pipeline/code/hash-steps.ts';
import { findStepFiles, type StepFile } from '../src/pipeline/code/step-files.ts';
import { findPipeline, pipelineNames } from '../src/pipeline/find-pipeline.ts';
import { type Manifest, manifestOf } from '../src/pipeline/manifest.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';

/** A pipeline with what a deployment of it needs to know. */
export interface Deployable {
  readonly pipeline: Pipeline;
  readonly manifest: Manifest;
  /** By step name. */
  readonly files: ReadonlyMap<string, StepFile>;
}

/**
 * Every pipeline of a folder of pipelines; `root` is the folder of the lock file.
 * Throws `pipeline.none`, `pipeline.inline-step`, `pipeline.step-without-file` and what loading a pipeline throws; an
 * `AggregateError` of these where several pipelines have one.
 */
export async function findDeployables(root: string, folder: string): Promise<Deployable[]> {
  const names = await pipelineNames(folder);
  if (names.length === 0) throw none(folder);
  return allOf(names.map((name) => deployableOf(root, folder, name)));
}

/** What all of them give; throws what one of them throws, of several an `AggregateError`. */
async function allOf<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(works);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failures.length > 1) throw new AggregateError(failures, 'several pipelines cannot be deployed');
  return Promise.all(works);
}

async function deployableOf(root: string, folder: string, name: string): Promise<Deployable> {
  const pipeline = await findPipeline(folder, name);
  const files = await findStepFiles(join(folder, name), pipeline.steps);
  for (const step of pipeline.steps.keys()) if (!files.has(step)) throw inlineStep(name, step);
  const manifest = manifestOf(pipeline, await hashSteps(root, pipeline.steps, files));
  return { pipeline, manifest, files };
}

function none(folder: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.none',
    message: 'there is no pipeline to deploy',
    seen: folder,
    allowed: 'a folder with NAME/pipeline.ts in it',
    mend: 'name the folder of your pipelines: npx cdk deploy --all -c sluice:pipelines=FOLDER, or `pipelines` of addSluice',
  });
}

function inlineStep(pipeline: string, step: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.inline-step',
    message: 'a step that was made inline with a version cannot be deployed',
    seen: `${step} of ${pipeline}`,
    mend: "export it as a const from a file in the pipeline's folder, and take its version out",
  });
}
