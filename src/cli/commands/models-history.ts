import type { Command } from 'commander';
import type { ReleaseChange } from '../../tracking/registry.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface HistoryOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice models history`: what served, since when and on whose word. */
export function addModelsHistory(models: Command, context: CommandContext): void {
  models
    .command('history')
    .description('what served a model, newest first, and on whose word')
    .argument('<model>', 'name of the model')
    .addHelpText(
      'after',
      '\nIt takes --stack and --json as `sluice models` does.\n\nExample:\n  sluice models history rents --json',
    )
    // `--stack` and `--json` are those of `models`, which takes them wherever they stand.
    .action((model: string, _options: object, command: Command) => history(context, model, command.optsWithGlobals()));
}

async function history(context: CommandContext, model: string, { stack, json }: HistoryOptions): Promise<void> {
  const { everyItem } = await import('../../tracking/pages/every-item.ts');
  const { nothingReleased } = await import('../../serving/nothing-released.ts');
  const changes = await withStack(context, stack, async ({ records: { registry } }) => {
    const found = await Array.fromAsync(everyItem((page) => registry.history(model, page)));
    if (found.length === 0) throw await nothingReleased(model, registry);
    return found;
  });
  context.out(json ? `${JSON.stringify({ model, history: changes.map(summary) })}\n` : await table(changes));
}

function summary({ sequence, kind, champion, previous, atMs, by, verdict }: ReleaseChange) {
  return {
    sequence,
    kind,
    version: champion,
    previous,
    at: new Date(atMs).toISOString(),
    by,
    verdict: verdict ?? null,
  };
}

async function table(changes: readonly ReleaseChange[]): Promise<string> {
  const { formatColumns } = await import('../report/format-columns.ts');
  const rows = changes
    .map(summary)
    .map(({ at, kind, version, previous, by }) => [
      at.slice(0, 19).replace('T', ' '),
      kind,
      String(version),
      previous === null ? '' : String(previous),
      by.slice(0, 40),
    ]);
  return formatColumns(['since (UTC)', 'by a', 'version', 'before', 'on the word of'], rows);
}
