import type { Command } from 'commander';
import { parseInteger } from '../arguments/parse-integer.ts';
import { author } from '../author.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface PromoteOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice promote`: makes a version the one that serves, on the user's word. */
export function addPromote(program: Command, context: CommandContext): void {
  program
    .command('promote')
    .description('let a version of a model serve')
    .argument('<model>', 'name of the model')
    .argument('<version>', 'number of the version')
    .option('--stack <name>', 'whose model (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice promote rents 3')
    .action((model: string, version: string, options: PromoteOptions) => promote(context, model, version, options));
}

async function promote(context: CommandContext, model: string, word: string, options: PromoteOptions): Promise<void> {
  const version = parseInteger('<version>', word, 1, Number.MAX_SAFE_INTEGER);
  const { promote: promoteVersion } = await import('../../tracking/release/promote.ts');
  const { writeRelease } = await import('../report/write-release.ts');
  const release = await withStack(context, options.stack, ({ records }) =>
    promoteVersion(records.registry, model, version, author()),
  );
  writeRelease(context, release, options.json === true);
}
