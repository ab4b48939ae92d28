import type { Command } from 'commander';
import { parseDuration } from '../arguments/parse-duration.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface GcOptions {
  readonly stack?: string;
  readonly dryRun?: true;
  readonly olderThan?: string;
  readonly json?: true;
}

/** `sluice gc`: frees what nothing refers to any more. */
export function addGc(program: Command, context: CommandContext): void {
  program
    .command('gc')
    .description('remove artifacts that nothing refers to and what killed writes left; safe beside live runs')
    .option('--older-than <duration>', 'remove runs that ended so long ago, too, but those of model versions: 30d, 12h')
    .option('--dry-run', 'remove nothing, say what would be')
    .option('--stack <name>', 'whose (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice gc --older-than 30d --dry-run')
    .action((options: GcOptions) => gc(context, options));
}

async function gc(context: CommandContext, { stack, dryRun, olderThan, json }: GcOptions): Promise<void> {
  const olderThanMs = olderThan === undefined ? {} : { olderThanMs: parseDuration('--older-than', olderThan) };
  const { collectGarbage } = await import('../../runs/gc/collect-garbage.ts');
  const { formatGarbage } = await import('../report/format-garbage.ts');
  const report = await withStack(context, stack, ({ records, artifacts }) =>
    collectGarbage({ records, artifacts, nowMs: Date.now() }, { dryRun: dryRun === true, ...olderThanMs }),
  );
  context.out(json ? `${JSON.stringify(report)}\n` : formatGarbage(report));
}
