import { join, resolve } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundle } from './bundle.ts';
import { type Deployable, findDeployables } from './deployable.ts';
import { entriesOf } from './entries.ts';
import type { PipelineCode, PipelineStackProps } from './pipeline-stack.ts';
import type { ServiceCode } from './service-stack.ts';

export interface BundleProps {
  /** Folder of the project: that of its lock file. */
  readonly root: string;
  /**
   * Folder of the pipelines, from the root: every `NAME/pipeline.ts` in it.
   * @default 'pipelines'
   */
  readonly pipelines?: string;
  /** Where the bundles go, such as a folder of `app.outdir`; what is there is removed. */
  readonly folder: string;
}

/** A pipeline and the code of its functions, as a `PipelineStack` takes them. */
export type BundledPipeline = Pick<PipelineStackProps, 'pipeline' | 'code'>;

export interface BundledPipelines {
  /** As a `ServiceStack` takes it. */
  readonly service: ServiceCode;
  readonly pipelines: readonly BundledPipeline[];
}

/**
 * Bundles the functions that all pipelines share, and the steps and doors of each. Throws `pipeline.none`,
 * `pipeline.inline-step`, `pipeline.step-without-file` and what loading a pipeline throws, and esbuild's errors.
 */
export async function bundlePipelines({
  root,
  pipelines = 'pipelines',
  folder,
}: BundleProps): Promise<BundledPipelines> {
  return bundleDeployables(await findDeployables(root, resolve(root, pipelines)), { root, folder });
}

/** As `bundlePipelines`, of pipelines that were found. */
export async function bundleDeployables(
  deployables: readonly Deployable[],
  { root, folder }: Pick<BundleProps, 'root' | 'folder'>,
): Promise<BundledPipelines> {
  await bundle(root, folder, entriesOf(deployables));
  const codeOf: CodeOf = (...entry) => Code.fromAsset(join(folder, ...entry));
  return {
    service: { authorize: codeOf('authorize'), finish: codeOf('finish'), predict: codeOf('predict') },
    pipelines: deployables.map((deployable) => bundledPipeline(deployable, codeOf)),
  };
}

/** The code of a bundled entry. */
type CodeOf = (...entry: string[]) => Code;

function bundledPipeline({ pipeline, files }: Deployable, codeOf: CodeOf): BundledPipeline {
  const { name } = pipeline;
  const steps = Object.fromEntries([...files.keys()].map((step) => [step, codeOf(name, `step-${step}`)]));
  const code: PipelineCode = { begin: codeOf(name, 'begin'), start: codeOf(name, 'start'), steps };
  return { pipeline, code };
}
