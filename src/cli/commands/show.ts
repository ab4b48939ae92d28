import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface ShowOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice show`: all of one run. */
export function addShow(program: Command, context: CommandContext): void {
  program
    .command('show')
    .description('show a run: its steps, metrics, verdict and release')
    .argument('<run>', 'id of the run, how it begins, or latest or previous')
    .option('--stack <name>', 'whose run (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice show 3b5b4e06')
    .action((prefix: string, options: ShowOptions) => show(context, prefix, options));
}

async function show(context: CommandContext, prefix: string, options: ShowOptions): Promise<void> {
  const { findRun } = await import('../find/find-run.ts');
  const { readReport } = await import('../report/read-report.ts');
  const { formatReport, formatSteps } = await import('../report/format-report.ts');
  const { formatSource } = await import('../../tracking/source-text.ts');
  const { formatError } = await import('../../errors/format-error.ts');
  await withStack(context, options.stack, async (stack) => {
    const run = await findRun(stack.records, prefix);
    const read = await readReport(stack, run);
    if (read.lost) context.err(`${formatError(read.lost)}\n`);
    if (options.json) return context.out(`${JSON.stringify(read.report)}\n`);
    context.out(`${formatReport(read)}\n${formatSteps(read.report)}`);
    if (run.source) context.out(`\ncode at commit ${formatSource(run.source)}\n`);
    if (run.error) context.out(`\n${formatError(run.error)}\n`);
    if (run.error?.stack) context.out(`\n${run.error.stack}\n`);
  });
}
