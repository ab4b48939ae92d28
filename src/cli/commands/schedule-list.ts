import type { Command } from 'commander';
import type { PipelineSchedule } from '../../stacks/schedules.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface ListOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice schedule list`: the schedules that are deployed, whether they are on, and when they next start a run. */
export function addScheduleList(schedule: Command, context: CommandContext): void {
  schedule
    .command('list')
    .description('list the deployed schedules, whether they are on and when they next start a run (UTC)')
    .option('--stack <name>', 'whose schedules (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice schedule list --stack aws --json')
    .action((options: ListOptions) => list(context, options));
}

async function list(context: CommandContext, { stack: name, json }: ListOptions): Promise<void> {
  const { schedulesOf } = await import('../schedule/schedules-of.ts');
  const { nextStartMs } = await import('../schedule/next-start.ts');
  const found = await withStack(context, name, (stack) => schedulesOf(stack).list());
  const nowMs = Date.now();
  const facts = found.map((schedule) => ({ ...schedule, next: isoTime(nextStartMs(schedule, nowMs)) }));
  if (json) return context.out(`${JSON.stringify({ schedules: facts })}\n`);
  context.out(facts.length === 0 ? 'no pipeline is deployed with a schedule\n' : await table(facts));
}

async function table(facts: readonly (PipelineSchedule & { readonly next: string | null })[]): Promise<string> {
  const { formatColumns } = await import('../report/format-columns.ts');
  const rows = facts.map(({ pipeline, expression, enabled, next }) => [
    pipeline,
    enabled ? 'on' : 'off',
    expression,
    next === null ? '' : next.slice(0, 16).replace('T', ' '),
  ]);
  return formatColumns(['pipeline', '', 'schedule', 'next (UTC)'], rows);
}

function isoTime(timeMs: number | undefined): string | null {
  return timeMs === undefined ? null : new Date(timeMs).toISOString();
}
