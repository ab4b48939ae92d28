import { join, resolve } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readGitSource } from '../src/pipeline/code/git-source.ts';
import type { Schedule } from '../src/pipeline/schedule/read-schedules.ts';
import { pipelineStackName, SERVICE_STACK } from '../src/stacks/aws/names.ts';
import type { RunSource } from '../src/tracking/run-record.ts';
import { bundle } from './bundle.ts';
import { checkSchedules } from './check-schedules.ts';
import { readContext } from './context.ts';
import { type Deployable, findDeployables } from './deployable.ts';
import { entriesOf } from './entries.ts';
import { checkLimits } from './limits.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { refusalText } from './refusal-text.ts';
import { ServiceStack } from './service-stack.ts';

const root = join(import.meta.dirname, '..');

try {
  await synthesise(new App());
} catch (error) {
  const text = refusalText(error);
  if (text === undefined) throw error;
  console.error(text);
  process.exitCode = 1;
}

/** The whole deployment: the service, and a stack a pipeline. */
async function synthesise(app: App): Promise<void> {
  const { pipelines, schedules, stage, alertEmail, stack } = readContext(app.node);
  const functions = join(app.outdir, 'functions');
  const deployables = await findDeployables(root, resolve(root, pipelines));
  const declared = deployables.map(({ pipeline }) => pipeline);
  checkSchedules(schedules, declared, Date.now());
  await bundle(root, functions, entriesOf(deployables));

  const codeOf: CodeOf = (...entry) => Code.fromAsset(join(functions, ...entry));
  const code = { finish: codeOf('finish'), predict: codeOf('predict') };
  const service = new ServiceStack(app, SERVICE_STACK, { sluiceStack: stack, code, stage, alertEmail });
  const source = await readGitSource(root);
  for (const deployable of deployables) addPipeline(service, deployable, codeOf, { schedules, source });
  checkLimits(app, declared);
  app.synth();
}

/** The code of a bundled entry. */
type CodeOf = (...entry: string[]) => Code;

function addPipeline(
  service: ServiceStack,
  { pipeline, files }: Deployable,
  codeOf: CodeOf,
  { schedules, source }: { schedules: Readonly<Record<string, Schedule>>; source: RunSource | undefined },
): void {
  const { name } = pipeline;
  const schedule = schedules[name];
  const steps = Object.fromEntries([...files.keys()].map((step) => [step, codeOf(name, `step-${step}`)]));
  new PipelineStack(service.node.root, pipelineStackName(name), {
    service,
    pipeline,
    code: { begin: codeOf(name, 'begin'), start: codeOf(name, 'start'), steps },
    source,
    ...(schedule === undefined ? {} : { schedule }),
  });
}
