import type { Command } from 'commander';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOfRun, type ExitCode } from '../exit-code.ts';
import type { ReadReport } from '../report/read-report.ts';
import { withStack } from '../with-stack.ts';

interface ShowOptions {
  readonly stack?: string;
  readonly follow?: true;
  readonly json?: true;
}

/** `sluice show`: all of one run. */
export function addShow(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('show')
    .description('show a run: its steps, metrics, verdict and release')
    .argument('<run>', 'id of the run, how it begins, or latest or previous')
    .option('--follow', 'first follow it to its end, as `run` does, and end as that does')
    .option('--stack <name>', 'whose run (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice show 3b5b4e06')
    .action(async (prefix: string, options: ShowOptions) => exit(await show(context, prefix, options)));
}

async function show(context: CommandContext, prefix: string, options: ShowOptions): Promise<ExitCode> {
  const { findRun } = await import('../find/find-run.ts');
  const { readReport } = await import('../report/read-report.ts');
  const { formatError } = await import('../../errors/format-error.ts');
  return withStack(context, options.stack, async (stack) => {
    const found = await findRun(stack.records, prefix);
    const run = options.follow && isUnderWay(found) ? await follow(context, stack, found) : found;
    const read = await readReport(stack, run);
    if (read.lost) context.err(`${formatError(read.lost)}\n`);
    context.out(options.json ? `${JSON.stringify(read.report)}\n` : await text(run, read));
    return options.follow ? exitCodeOfRun(run.status) : 0;
  });
}

async function follow(context: CommandContext, stack: Stack, run: RunRecord): Promise<RunRecord> {
  const { followStarted } = await import('../run-pipeline.ts');
  return followStarted(context, stack, run);
}

async function text({ source, error }: RunRecord, read: ReadReport): Promise<string> {
  const { formatReport, formatSteps } = await import('../report/format-report.ts');
  const { formatSource } = await import('../../tracking/source-text.ts');
  const { formatError } = await import('../../errors/format-error.ts');
  const parts = [
    `${formatReport(read)}\n${formatSteps(read.report)}`,
    source && `code at commit ${formatSource(source)}\n`,
    error && `${formatError(error)}\n`,
    error?.stack && `${error.stack}\n`,
  ];
  return parts.filter(Boolean).join('\n');
}
