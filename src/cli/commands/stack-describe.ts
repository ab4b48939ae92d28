import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';

interface DescribeOptions {
  readonly json?: true;
}

/** `sluice stack describe`: what a stack is made of. */
export function addStackDescribe(stack: Command, context: CommandContext): void {
  stack
    .command('describe')
    .description('say what a stack is made of; the active one unless named')
    .argument('[name]', 'name of the stack')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice stack describe aws')
    .action((name: string | undefined, options: DescribeOptions) => describe(context, name, options));
}

async function describe(context: CommandContext, name: string | undefined, { json }: DescribeOptions): Promise<void> {
  const { readStacks } = await import('../../stacks/definitions/stacks-file.ts');
  const { findStack } = await import('../../stacks/definitions/stacks-document.ts');
  const { atEmulator } = await import('../../stacks/definitions/emulator-endpoint.ts');
  const { stackFacts } = await import('../report/stack-facts.ts');
  const document = await readStacks(context.home);
  const facts = stackFacts(document, atEmulator(findStack(document, name ?? document.active), process.env));
  if (json) return context.out(`${JSON.stringify(facts)}\n`);
  const { flavors, settings } = facts;
  const lines = Object.entries({ ...flavors, ...settings }).map(
    ([part, value]) => `  ${words(part).padEnd(20)}${value}`,
  );
  const marks = [facts.active && 'active', facts.builtIn && 'built in'].filter(Boolean).join(', ');
  context.out(`${facts.name}${marks && ` (${marks})`}\n${lines.join('\n')}\n`);
}

function words(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
