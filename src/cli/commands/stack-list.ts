import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';

interface ListOptions {
  readonly json?: true;
}

/** `sluice stack list`: the built-in stacks and those registered. */
export function addStackList(stack: Command, context: CommandContext): void {
  stack
    .command('list')
    .description('list the stacks; the active one is that of commands without --stack')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice stack list --json')
    .action((options: ListOptions) => list(context, options));
}

async function list({ home, out }: CommandContext, { json }: ListOptions): Promise<void> {
  const { readStacks } = await import('../../stacks/definitions/stacks-file.ts');
  const { allStacks } = await import('../../stacks/definitions/stacks-document.ts');
  const { stackFacts } = await import('../report/stack-facts.ts');
  const { formatColumns } = await import('../report/format-columns.ts');
  const document = await readStacks(home);
  const stacks = allStacks(document).map((stack) => stackFacts(document, stack));
  if (json) return out(`${JSON.stringify({ stacks })}\n`);
  const rows = stacks.map(({ name, active, flavors }) => [active ? '*' : '', name, ...Object.values(flavors)]);
  out(formatColumns(['', 'stack', 'orchestrator', 'artifact store', 'experiment tracker', 'model deployer'], rows));
}
