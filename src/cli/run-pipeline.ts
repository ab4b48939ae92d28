import { formatError } from '../errors/format-error.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { RunObserver } from '../runs/run-observer.ts';
import type { RunRequest, Stack } from '../stacks/stack.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { CommandContext } from './command-context.ts';
import { followUntilLeft } from './follow-until-left.ts';
import { progressObserver } from './progress/progress-observer.ts';
import { readReport, type ReadReport } from './report/read-report.ts';
import { fillSamples } from './sample/fill-samples.ts';

interface RunChoices {
  readonly parameters: Readonly<Record<string, string>>;
  readonly useCache: boolean;
}

/** What to run of a pipeline, on sample data where a file is not given. */
export async function newRequest(
  context: CommandContext,
  stack: Stack,
  pipeline: Pipeline,
  { parameters, useCache }: RunChoices,
): Promise<RunRequest> {
  return { pipeline, parameters: await fillSamples(context, pipeline, stack, parameters), useCache };
}

/** Runs a pipeline with its progress and its error told on `err`; answers what is to be said of it. */
export async function followPipeline(context: CommandContext, stack: Stack, request: RunRequest): Promise<ReadReport> {
  return reportOf(context, stack, await runToEnd(context, stack, request, observerFor(context)));
}

/** Follows a run that was started already, with its progress told on `err`; answers it as it then is. */
export function followStarted(context: CommandContext, stack: Stack, run: RunRecord): Promise<RunRecord> {
  return followUntilLeft(context, stack, async () => run, observerFor(context));
}

function observerFor({ isTerminal, hasColor, err }: CommandContext): RunObserver {
  return progressObserver({ write: err, isTerminal, hasColor });
}

/** A run that goes on by itself is left by an interrupt, one in this process ends with it. */
function runToEnd(
  context: CommandContext,
  stack: Stack,
  request: RunRequest,
  observer: RunObserver,
): Promise<RunRecord> {
  const { orchestrator } = stack;
  if (orchestrator.start) {
    const start = orchestrator.start.bind(orchestrator, request);
    return followUntilLeft(context, stack, start, observer);
  }
  const forget = context.onInterrupt(() => {
    context.err('stopping; once more to end at once\n');
    orchestrator.interrupt?.();
  });
  return orchestrator.run(request, observer).finally(forget);
}

async function reportOf({ err }: CommandContext, stack: Stack, run: RunRecord): Promise<ReadReport> {
  if (run.error) err(`${formatError(run.error)}\n`);
  const read = await readReport(stack, run);
  if (read.lost) err(`${formatError(read.lost)}\n`);
  return read;
}
