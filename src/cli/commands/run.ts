import { join } from 'node:path';
import type { Command } from 'commander';
import { parseParameters } from '../arguments/parse-parameters.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-code.ts';
import { withStack } from '../with-stack.ts';

interface RunOptions {
  readonly param: readonly string[];
  readonly stack: string;
  readonly cache: boolean;
  readonly json?: true;
}

/** `sluice run`: runs a pipeline to its end and says what came of it. */
export function addRun(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('run')
    .description('run a pipeline and follow it to its end')
    .argument('<pipeline>', 'name of a folder in pipelines/')
    .option('--param <name=value>', 'a parameter; may be repeated', (word, all: string[]) => [...all, word], [])
    .option('--stack <name>', 'where to run', 'local')
    .option('--no-cache', 'run every step, even those whose result is known')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  sluice run customer-satisfaction --param source=orders.csv --param model=ridge',
    )
    .action(async (name: string, options: RunOptions) => exit(await run(context, name, options)));
}

async function run(context: CommandContext, name: string, options: RunOptions): Promise<ExitCode> {
  const choices = { parameters: parseParameters(options.param), useCache: options.cache };
  const { findPipeline } = await import('../../pipeline/find-pipeline.ts');
  const { runPipeline } = await import('../run-pipeline.ts');
  const { formatReport } = await import('../report/format-report.ts');
  const pipeline = await findPipeline(join(context.root, 'pipelines'), name);
  return withStack(context, options.stack, async (stack) => {
    const read = await runPipeline(context, stack, pipeline, choices);
    context.out(options.json ? `${JSON.stringify(read.report)}\n` : formatReport(read));
    return exitCodeOfRun(read.report.run.status);
  });
}
