import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { exitCodeOfStop, type ExitCode } from '../exit-code.ts';
import { withStack } from '../with-stack.ts';

interface StopOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice stop`: ends a run under way, wherever it runs. */
export function addStop(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('stop')
    .description('stop a run under way; `run --resume` goes on with it')
    .argument('<run>', 'id of the run, how it begins, or latest or previous')
    .option('--stack <name>', 'whose run (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice stop 3f2a')
    .action(async (run: string, options: StopOptions) => exit(await stop(context, run, options)));
}

async function stop(context: CommandContext, prefix: string, { stack, json }: StopOptions): Promise<ExitCode> {
  const { findRun } = await import('../find/find-run.ts');
  const { checkStoppable } = await import('../../runs/stop.ts');
  return withStack(context, stack, async ({ records, orchestrator }) => {
    const run = await findRun(records, prefix);
    checkStoppable(run);
    const { id, pipeline, status } = await orchestrator.stop(run);
    context.out(
      json ? `${JSON.stringify({ run: { id, pipeline, status } })}\n` : `run ${id} of ${pipeline}: ${status}\n`,
    );
    return exitCodeOfStop(status);
  });
}
