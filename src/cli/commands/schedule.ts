import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addScheduleList } from './schedule-list.ts';
import { addScheduleTurn } from './schedule-turn.ts';

/** `sluice schedule`: when deployed pipelines run by themselves, on and off without a deployment. */
export function addSchedule(program: Command, context: CommandContext): void {
  const schedule = program
    .command('schedule')
    .description('when deployed pipelines run by themselves; turn that on and off')
    .addHelpText('after', '\nExample:\n  sluice schedule list --stack aws');
  addScheduleList(schedule, context);
  addScheduleTurn(schedule, context, 'on');
  addScheduleTurn(schedule, context, 'off');
}
