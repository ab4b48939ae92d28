import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { pipelineStackName, SERVICE_STACK } from '../src/stacks/aws/deployment.ts';
import { bundle } from './bundle.ts';
import { findDeployables } from './deployable.ts';
import { entriesOf } from './entries.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { ServiceStack } from './service-stack.ts';

const root = join(import.meta.dirname, '..');
const functions = join(root, 'dist', 'functions');
const codeOf = (...entry: string[]) => Code.fromAsset(join(functions, ...entry));

const deployables = await findDeployables(root);
await bundle(root, functions, entriesOf(deployables));

const app = new App();
// EventBridge schedules by pipeline, from the context in cdk.json or on the command line.
const schedules = (app.node.tryGetContext('sluice:schedules') ?? {}) as Readonly<Record<string, string>>;
const service = new ServiceStack(app, SERVICE_STACK, {
  code: { finish: codeOf('finish'), predict: codeOf('predict') },
});
for (const { pipeline, files } of deployables) {
  const { name } = pipeline;
  const schedule = schedules[name];
  const steps = [...files.keys()].map((step) => [step, codeOf(name, `step-${step}`)]);
  new PipelineStack(app, pipelineStackName(name), {
    service,
    pipeline,
    code: { begin: codeOf(name, 'begin'), start: codeOf(name, 'start'), steps: Object.fromEntries(steps) },
    ...(schedule === undefined ? {} : { schedule }),
  });
}
app.synth();
