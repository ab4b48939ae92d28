import { App, type Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import deployment from '../../cdk.json' with { type: 'json' };
import { PipelineStack, type PipelineStackProps } from '../../cdk/pipeline-stack.ts';
import { ServiceStack, type ServiceStackProps } from '../../cdk/service-stack.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { pipelineStackName, SERVICE_STACK } from '../../src/stacks/aws/names.ts';

const code = Code.fromInline('exports.handler = () => {}');

/** An app as `npx cdk` makes it, with the service in it. */
export function deployedService(
  props: Partial<ServiceStackProps> = {},
  name = SERVICE_STACK,
): { readonly app: App; service: ServiceStack } {
  const app = new App({ context: deployment.context });
  const functions = { authorize: code, finish: code, predict: code };
  return { app, service: new ServiceStack(app, name, { sluiceStack: 'aws', code: functions, ...props }) };
}

/** The stack of a pipeline beside its service, with next to no code in the functions. */
export function deployedPipeline(
  service: ServiceStack,
  pipeline: Pipeline,
  props: Partial<PipelineStackProps> = {},
): Stack {
  const steps = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, code]));
  const functions = { begin: code, start: code, steps };
  const name = pipelineStackName(pipeline.name, service.stackName);
  return new PipelineStack(service.node.root, name, { service, pipeline, code: functions, ...props });
}
