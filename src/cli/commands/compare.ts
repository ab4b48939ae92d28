import type { Command } from 'commander';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface CompareOptions {
  readonly stack?: string;
  readonly json?: true;
  readonly markdown?: true;
}

/** `sluice compare`: what two runs were given differently, and what came of it. */
export function addCompare(program: Command, context: CommandContext): void {
  program
    .command('compare')
    .description('compare two runs: parameters that differ, then metrics')
    .argument('<run>', 'id of the first run, how it begins, or latest or previous')
    .argument('<other>', 'id of the second run, how it begins, or latest or previous')
    .option('--stack <name>', 'whose runs (default: the active one)')
    .option('--markdown', 'print tables for a pull request')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice compare previous latest --markdown')
    .action((run: string, other: string, options: CompareOptions) => compare(context, [run, other], options));
}

async function compare(
  context: CommandContext,
  [first, second]: readonly [string, string],
  { stack, json, markdown }: CompareOptions,
): Promise<void> {
  const { compareRuns } = await import('../../runs/compare/compare-runs.ts');
  const { formatComparison } = await import('../report/format-comparison.ts');
  const comparison = await withStack(context, stack, async ({ records }) =>
    compareRuns(await viewRun(records, first), await viewRun(records, second)),
  );
  context.out(json ? `${JSON.stringify(comparison)}\n` : formatComparison(comparison, markdown ? 'markdown' : 'text'));
}

async function viewRun(records: RecordStore, prefix: string) {
  const { findRun } = await import('../find/find-run.ts');
  const run = await findRun(records, prefix);
  const [steps, data] = await Promise.all([records.steps.list(run.id), records.logs.data(run.id)]);
  return { run, steps, data };
}
