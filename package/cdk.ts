// What `import … from 'sluice/cdk'` gives: the deployment whole, or its constructs one by one.
export { addSluice, type SluiceDeployment, type SluiceProps } from '../cdk/add-sluice.ts';
export {
  bundlePipelines,
  type BundledPipeline,
  type BundledPipelines,
  type BundleProps,
} from '../cdk/bundle-pipelines.ts';
export { GithubAccess, type GithubAccessProps } from '../cdk/github-access.ts';
export { checkLimits } from '../cdk/limits.ts';
export { PipelineStack, type PipelineCode, type PipelineStackProps } from '../cdk/pipeline-stack.ts';
export { ServiceStack, type ServiceCode, type ServiceStackProps } from '../cdk/service-stack.ts';
export type { Stage } from '../cdk/stage.ts';
export type { Schedule } from '../src/pipeline/schedule/read-schedules.ts';
export { pipelineStackName, SERVICE_STACK } from '../src/stacks/aws/names.ts';
