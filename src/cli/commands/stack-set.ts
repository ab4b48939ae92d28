import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';

interface SetOptions {
  readonly json?: true;
}

/** `sluice stack set`: makes a stack that of commands without `--stack`. */
export function addStackSet(stack: Command, context: CommandContext): void {
  stack
    .command('set')
    .description('make a stack the one that commands use without --stack')
    .argument('<name>', 'name of the stack')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice stack set local')
    .action((name: string, options: SetOptions) => set(context, name, options));
}

async function set({ home, out }: CommandContext, name: string, { json }: SetOptions): Promise<void> {
  const { changeStacks } = await import('../../stacks/definitions/stacks-file.ts');
  const { setStack } = await import('../../stacks/definitions/stacks-document.ts');
  const { active } = await changeStacks(home, (document) => setStack(document, name));
  out(json ? `${JSON.stringify({ active })}\n` : `commands without --stack now use ${active}\n`);
}
