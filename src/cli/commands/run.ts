import { join } from 'node:path';
import type { Command } from 'commander';
import { parseParameters } from '../arguments/parse-parameters.ts';
import { gatherWords } from '../arguments/gather-words.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { RunRequest, Stack } from '../../stacks/stack.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-code.ts';
import { withStack } from '../with-stack.ts';

interface RunOptions {
  readonly param?: readonly string[];
  readonly stack?: string;
  readonly cache: boolean;
  readonly resume?: string;
  readonly detach?: true;
  readonly json?: true;
}

/** `sluice run`: runs a pipeline to its end and says what came of it. */
export function addRun(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('run')
    .description('run a pipeline and follow it to its end')
    .argument('[pipeline]', 'name of a folder in pipelines/; not needed with --resume')
    .option('--param <name=value>', 'a parameter; may be repeated', gatherWords)
    .option('--stack <name>', 'where to run (default: the active one)')
    .option('--no-cache', 'run every step, even those whose result is known')
    .option('--resume <run>', 'go on with a run that ended early: the same parameters, finished steps reused')
    .option('--detach', 'come back once it is started: on AWS it goes on by itself')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice run rents --param source=flats.csv --param seed=7')
    .action(async (name: string | undefined, options: RunOptions) => exit(await run(context, name, options)));
}

async function run(context: CommandContext, name: string | undefined, options: RunOptions): Promise<ExitCode> {
  const ask = options.resume === undefined ? askNew(name, options) : askAgain(name, options.resume, options);
  return withStack(context, options.stack, async (stack) => {
    if (options.detach) return detach(context, stack, ask, options.json === true);
    const { followPipeline } = await import('../run-pipeline.ts');
    const { formatReport } = await import('../report/format-report.ts');
    const read = await followPipeline(context, stack, await ask(context, stack));
    context.out(options.json ? `${JSON.stringify(read.report)}\n` : formatReport(read));
    return exitCodeOfRun(read.report.run.status);
  });
}

/** Throws `run.cannot-detach`. */
async function detach(context: CommandContext, stack: Stack, ask: Ask, asJson: boolean): Promise<ExitCode> {
  const { startDetached } = await import('../start-detached.ts');
  return startDetached(context, stack, () => ask(context, stack), asJson);
}

type Ask = (context: CommandContext, stack: Stack) => Promise<RunRequest>;

function askNew(name: string | undefined, { param = [], cache }: RunOptions): Ask {
  if (name === undefined) throw conflicting('run', 'the name of a pipeline, or --resume RUN');
  const choices = { parameters: parseParameters(param), useCache: cache };
  return async (context, stack) => {
    const { findPipeline } = await import('../../pipeline/find-pipeline.ts');
    const { newRequest } = await import('../run-pipeline.ts');
    return newRequest(context, stack, await findPipeline(join(context.root, 'pipelines'), name), choices);
  };
}

function askAgain(name: string | undefined, prefix: string, { param = [], cache }: RunOptions): Ask {
  if (name !== undefined) throw conflicting(`run ${name} --resume`, '--resume RUN alone: the run names its pipeline');
  if (param.length > 0 || !cache) throw conflicting('--resume', '--resume without --param and --no-cache');
  return async (context, stack) => {
    const { findRun } = await import('../find/find-run.ts');
    const { requestAgain } = await import('../run-again.ts');
    return requestAgain(context, await findRun(stack.records, prefix), 'resume');
  };
}

function conflicting(seen: string, allowed: string): SluiceError {
  return new SluiceError({
    code: 'cli.usage',
    message: 'these words do not say which run is meant',
    seen: `sluice ${seen}`,
    allowed,
    mend: '`sluice run --help` says what it takes',
  });
}
