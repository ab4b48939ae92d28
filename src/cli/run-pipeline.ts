import { formatError } from '../errors/format-error.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Stack } from '../stacks/stack.ts';
import type { CommandContext } from './command-context.ts';
import { progressObserver } from './progress/progress-observer.ts';
import { readReport, type ReadReport } from './report/read-report.ts';
import { fillSamples } from './sample/fill-samples.ts';

interface RunChoices {
  readonly parameters: Readonly<Record<string, string>>;
  readonly useCache: boolean;
}

/** Runs a pipeline with its progress and its error told on `err`; answers what is to be said of it. */
export async function runPipeline(
  context: CommandContext,
  stack: Stack,
  pipeline: Pipeline,
  choices: RunChoices,
): Promise<ReadReport> {
  const { isTerminal, hasColor, err } = context;
  const parameters = await fillSamples(context, pipeline, stack.name, choices.parameters);
  const observer = progressObserver({ write: err, isTerminal, hasColor });
  const run = await stack.orchestrator.run({ pipeline, parameters, useCache: choices.useCache }, observer);
  if (run.error) err(`${formatError(run.error)}\n`);
  return readReport(stack, run);
}
