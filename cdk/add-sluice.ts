import { join, resolve } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { readGitSource } from '../src/pipeline/code/git-source.ts';
import type { Schedule } from '../src/pipeline/schedule/read-schedules.ts';
import { pipelineStackName, SERVICE_STACK } from '../src/stacks/aws/names.ts';
import { bundleDeployables, type BundleProps } from './bundle-pipelines.ts';
import { checkSchedules } from './check-schedules.ts';
import { findDeployables } from './deployable.ts';
import { GITHUB_STACK, GithubAccess } from './github-access.ts';
import { checkLimits } from './limits.ts';
import { PipelineStack, type PipelineStackProps } from './pipeline-stack.ts';
import { ServiceStack, type ServiceStackProps } from './service-stack.ts';

export interface SluiceProps
  extends
    Pick<BundleProps, 'root' | 'pipelines'>,
    Pick<ServiceStackProps, 'sluiceStack' | 'stage' | 'alertEmail' | 'tokenApi' | 'tokenApiRequestsPerSecond'> {
  /**
   * When pipelines run by themselves, by their names.
   * @default - never
   */
  readonly schedules?: Readonly<Record<string, Schedule>>;
  /**
   * Name of the service, with which the names of all stacks begin: two of them stand side by side in an account.
   * @default 'sluice'
   */
  readonly service?: string;
  /**
   * The repository on GitHub whose workflows may deploy, as `GithubAccess` takes it.
   * @default - none
   */
  readonly githubRepository?: string;
}

/** The stacks that were added. */
export interface SluiceDeployment {
  readonly service: ServiceStack;
  /** By pipeline. */
  readonly pipelines: ReadonlyMap<string, PipelineStack>;
}

/**
 * Adds the whole deployment of a project to an app: the service, and a stack a pipeline, under the names that `sluice`
 * looks for. Throws what `bundlePipelines` does, `deployment.bad-schedule`, `schedule.*` and `deployment.over-limits`.
 * @example await addSluice(app, { root: import.meta.dirname, stage: 'prod' });
 */
export async function addSluice(
  app: App,
  { schedules = {}, service: name = SERVICE_STACK, ...props }: SluiceProps,
): Promise<SluiceDeployment> {
  const { root, pipelines: folder = 'pipelines', githubRepository, ...settings } = props;
  const deployables = await findDeployables(root, resolve(root, folder));
  const declared = deployables.map(({ pipeline }) => pipeline);
  checkSchedules(schedules, declared, Date.now());
  const bundled = await bundleDeployables(deployables, { root, folder: join(app.outdir, 'functions') });

  const service = new ServiceStack(app, name, { ...settings, code: bundled.service });
  const shared = { service, source: await readGitSource(root) };
  const stacks = bundled.pipelines.map((one): [string, PipelineStack] => {
    const { name: pipeline } = one.pipeline;
    return [pipeline, addPipeline(app, { ...shared, ...one }, schedules[pipeline])];
  });
  if (githubRepository !== undefined) new GithubAccess(app, GITHUB_STACK, { repository: githubRepository });
  checkLimits(app, declared);
  return { service, pipelines: new Map(stacks) };
}

function addPipeline(app: App, props: PipelineStackProps, schedule: Schedule | undefined): PipelineStack {
  const given = schedule === undefined ? props : { ...props, schedule };
  return new PipelineStack(app, pipelineStackName(props.pipeline.name, props.service.stackName), given);
}
