import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface LineageOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice lineage`: where an artifact or a model version comes from, and what was made of it. */
export function addLineage(program: Command, context: CommandContext): void {
  program
    .command('lineage')
    .description('where an artifact or a model version comes from, and what was made of it')
    .argument(
      '<artifact>',
      'RUN/STEP.OUTPUT, MODEL@VERSION, MODEL@champion, a URI, or eight or more digits of a SHA-256',
    )
    .option('--stack <name>', 'whose artifact (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice lineage rents@champion')
    .action((name: string, options: LineageOptions) => lineage(context, name, options));
}

async function lineage(context: CommandContext, name: string, { stack, json }: LineageOptions): Promise<void> {
  const { findNamedArtifact } = await import('../find/find-named-artifact.ts');
  const { traceLineage } = await import('../../runs/lineage/trace.ts');
  const { formatLineage } = await import('../report/format-lineage.ts');
  const found = await withStack(context, stack, async ({ records }) =>
    traceLineage(records, await findNamedArtifact(records, name)),
  );
  context.out(json ? `${JSON.stringify(found)}\n` : formatLineage(found));
}
