import { formatError } from '../errors/format-error.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Orchestrator, RunRequest, Stack } from '../stacks/stack.ts';
import type { CommandContext } from './command-context.ts';
import { progressObserver } from './progress/progress-observer.ts';
import { readReport, type ReadReport } from './report/read-report.ts';
import { fillSamples } from './sample/fill-samples.ts';

interface RunChoices {
  readonly parameters: Readonly<Record<string, string>>;
  readonly useCache: boolean;
}

/** Runs a pipeline, on sample data where a file is not given, as `followPipeline`. */
export async function runPipeline(
  context: CommandContext,
  stack: Stack,
  pipeline: Pipeline,
  choices: RunChoices,
): Promise<ReadReport> {
  const parameters = await fillSamples(context, pipeline, stack, choices.parameters);
  return followPipeline(context, stack, { pipeline, parameters, useCache: choices.useCache });
}

/** Runs a pipeline with its progress and its error told on `err`; answers what is to be said of it. */
export async function followPipeline(context: CommandContext, stack: Stack, request: RunRequest): Promise<ReadReport> {
  const { isTerminal, hasColor, err } = context;
  const observer = progressObserver({ write: err, isTerminal, hasColor });
  const run = await interruptible(context, stack.orchestrator, () => stack.orchestrator.run(request, observer));
  if (run.error) err(`${formatError(run.error)}\n`);
  const read = await readReport(stack, run);
  if (read.lost) err(`${formatError(read.lost)}\n`);
  return read;
}

async function interruptible<T>(
  { onInterrupt, err }: CommandContext,
  orchestrator: Orchestrator,
  work: () => Promise<T>,
): Promise<T> {
  if (!orchestrator.interrupt) return work();
  const forget = onInterrupt(() => {
    err('stopping; once more to end at once\n');
    orchestrator.interrupt?.();
  });
  return work().finally(forget);
}
