import type { Command } from 'commander';
import { author } from '../author.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface RollbackOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice rollback`: back to the version before the last promotion. */
export function addRollback(program: Command, context: CommandContext): void {
  program
    .command('rollback')
    .description('let the version serve that did before the last promotion; twice goes two back')
    .argument('<model>', 'name of the model')
    .option('--stack <name>', 'whose model (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice rollback rents')
    .action((model: string, options: RollbackOptions) => rollback(context, model, options));
}

async function rollback(context: CommandContext, model: string, options: RollbackOptions): Promise<void> {
  const { rollback: goBack } = await import('../../tracking/release/rollback.ts');
  const { writeRelease } = await import('../report/write-release.ts');
  const release = await withStack(context, options.stack, ({ records }) => goBack(records.registry, model, author()));
  writeRelease(context, release, options.json === true);
}
