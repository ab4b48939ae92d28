import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface TurnOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice schedule enable` and `disable`: turn a deployed schedule on or off, without a deployment. */
export function addScheduleTurn(schedule: Command, context: CommandContext, to: 'on' | 'off'): void {
  const word = to === 'on' ? 'enable' : 'disable';
  schedule
    .command(word)
    .description(`turn the schedule of a deployed pipeline ${to}; runs under way go on`)
    .argument('<pipeline>', 'name of the pipeline')
    .option('--stack <name>', 'whose schedule (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', `\nExample:\n  sluice schedule ${word} rents --stack aws`)
    .action((pipeline: string, options: TurnOptions) => turn(context, pipeline, to, options));
}

async function turn(
  context: CommandContext,
  pipeline: string,
  to: 'on' | 'off',
  { stack: name, json }: TurnOptions,
): Promise<void> {
  const { schedulesOf } = await import('../schedule/schedules-of.ts');
  const { whatADeploymentDoes } = await import('../schedule/what-a-deployment-does.ts');
  const turned = await withStack(context, name, (stack) => schedulesOf(stack).turn(pipeline, to));
  context.err(whatADeploymentDoes(turned));
  if (json) return context.out(`${JSON.stringify(turned)}\n`);
  context.out(`schedule of ${pipeline}, ${turned.expression}: ${turned.enabled ? 'on' : 'off'}\n`);
}
