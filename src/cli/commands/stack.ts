import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addStackDelete } from './stack-delete.ts';
import { addStackDescribe } from './stack-describe.ts';
import { addStackList } from './stack-list.ts';
import { addStackRegister } from './stack-register.ts';
import { addStackSet } from './stack-set.ts';

/** `sluice stack`: where pipelines run and what they keep there, under names. */
export function addStack(program: Command, context: CommandContext): void {
  const stack = program
    .command('stack')
    .description('where pipelines run and keep their state, under names')
    .addHelpText('after', '\nExample:\n  sluice stack list');
  addStackList(stack, context);
  addStackDescribe(stack, context);
  addStackRegister(stack, context);
  addStackSet(stack, context);
  addStackDelete(stack, context);
}
