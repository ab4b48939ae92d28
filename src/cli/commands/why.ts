import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface WhyOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice why`: which part of its cache key made a step run. */
export function addWhy(program: Command, context: CommandContext): void {
  program
    .command('why')
    .description('say why a step of a run ran, or what it reused')
    .argument('<run>', 'id of the run, how it begins, or latest or previous')
    .argument('<step>', 'name of the step; of one in a map with its index, as score@folds#2')
    .option('--stack <name>', 'whose run (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice why latest train')
    .action((run: string, step: string, options: WhyOptions) => why(context, run, step, options));
}

async function why(context: CommandContext, prefix: string, step: string, { stack, json }: WhyOptions): Promise<void> {
  const { findRun } = await import('../find/find-run.ts');
  const { explainStep } = await import('../../runs/why/explain-step.ts');
  const { formatExplanation } = await import('../report/format-explanation.ts');
  const explanation = await withStack(context, stack, async ({ records }) =>
    explainStep(records, await findRun(records, prefix), step),
  );
  context.out(json ? `${JSON.stringify(explanation)}\n` : formatExplanation(explanation));
}
