import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';

interface DeleteOptions {
  readonly json?: true;
}

/** `sluice stack delete`: forgets a registered stack. */
export function addStackDelete(stack: Command, context: CommandContext): void {
  stack
    .command('delete')
    .description('forget a registered stack; what it keeps stays where it is')
    .argument('<name>', 'name of the stack')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice stack delete bucket-at-home')
    .action((name: string, options: DeleteOptions) => remove(context, name, options));
}

async function remove({ home, out }: CommandContext, name: string, { json }: DeleteOptions): Promise<void> {
  const { changeStacks } = await import('../../stacks/definitions/stacks-file.ts');
  const { deleteStack } = await import('../../stacks/definitions/stacks-document.ts');
  await changeStacks(home, (document) => deleteStack(document, name));
  out(json ? `${JSON.stringify({ deleted: name })}\n` : `deleted stack ${name}; what it keeps stays where it is\n`);
}
