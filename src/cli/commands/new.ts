import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';

/** `sluice new`: a pipeline that runs, with its test, to change into one's own. */
export function addNew(program: Command, context: CommandContext): void {
  program
    .command('new')
    .description('write a new pipeline that runs, with its test, to change into your own')
    .argument('<name>', 'kebab-case; becomes pipelines/NAME')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice new rents')
    .action((name: string, options: { readonly json?: true }) => create(context, name, options.json === true));
}

async function create(context: CommandContext, name: string, asJson: boolean): Promise<void> {
  const { scaffold } = await import('../new/scaffold.ts');
  const files = await scaffold(context.root, name);
  if (asJson) return context.out(`${JSON.stringify({ pipeline: name, files })}\n`);
  context.out(
    `${files.join('\n')}\n\nRun it:   npx sluice run ${name}\nTest it:  npx vitest run test/pipelines/${name}\n`,
  );
}
