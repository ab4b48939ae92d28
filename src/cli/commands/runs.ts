import type { Command } from 'commander';
import type { RunOrigin, RunRecord } from '../../tracking/run-record.ts';
import { parseInteger } from '../arguments/parse-integer.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface RunsOptions {
  readonly stack?: string;
  readonly limit: string;
  readonly json?: true;
}

/** `sluice runs`: the newest runs of a stack. */
export function addRuns(program: Command, context: CommandContext): void {
  program
    .command('runs')
    .description('list the newest runs')
    .option('--stack <name>', 'whose runs (default: the active one)')
    .option('--limit <count>', 'at most so many', '20')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice runs --limit 5 --json')
    .action((options: RunsOptions) => runs(context, options));
}

async function runs(context: CommandContext, { stack: name, limit, json }: RunsOptions): Promise<void> {
  const count = parseInteger('--limit', limit, 1, 10_000);
  const { newestRuns } = await import('../find/newest-runs.ts');
  const found = await withStack(context, name, ({ records }) => newestRuns(records, count));
  if (json) context.out(`${JSON.stringify({ runs: found.map(summary) })}\n`);
  else context.out(found.length === 0 ? 'no runs yet\n' : await table(found));
}

function summary({ id, pipeline, status, stack, origin, startedAtMs, endedAtMs }: RunRecord) {
  const durationMs = endedAtMs === undefined ? null : endedAtMs - startedAtMs;
  return { id, pipeline, status, stack, origin: origin ?? null, startedAtMs, durationMs };
}

async function table(found: readonly RunRecord[]): Promise<string> {
  const { formatColumns } = await import('../report/format-columns.ts');
  const { formatDuration } = await import('../report/format-duration.ts');
  const rows = found.map(summary).map(({ id, pipeline, status, origin, startedAtMs, durationMs }) => {
    const started = new Date(startedAtMs).toISOString().slice(0, 19).replace('T', ' ');
    const duration = durationMs === null ? '' : formatDuration(durationMs);
    return [id.slice(0, 12), pipeline, status, started, duration, origin === null ? '' : originText(origin)];
  });
  return formatColumns(['run', 'pipeline', 'status', 'started (UTC)', 'duration', ''], rows);
}

function originText({ kind, run }: RunOrigin): string {
  return `${kind === 'replay' ? 'replay of' : 'resumed from'} ${run.slice(0, 12)}`;
}
