import type { Command } from 'commander';
import type { RegistryStore } from '../../tracking/record-store.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';
import { addModelsHistory } from './models-history.ts';

interface ModelsOptions {
  readonly stack?: string;
  readonly json?: true;
}

interface ModelSummary {
  readonly model: string;
  readonly latestVersion: number | null;
  /** The version that serves. */
  readonly champion: number | null;
}

/** `sluice models`: registered models and what serves. */
export function addModels(program: Command, context: CommandContext): void {
  const command = program
    .command('models')
    .description('list the models and the versions that serve')
    .option('--stack <name>', 'whose models (default: the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice models --json')
    .action((options: ModelsOptions) => models(context, options));
  addModelsHistory(command, context);
}

async function models(context: CommandContext, { stack: name, json }: ModelsOptions): Promise<void> {
  const { formatColumns } = await import('../report/format-columns.ts');
  const found = await withStack(context, name, ({ records }) => summaries(records.registry));
  if (json) return context.out(`${JSON.stringify({ models: found })}\n`);
  if (found.length === 0) return context.out('no models yet\n');
  const rows = found.map(({ model, latestVersion, champion }) => [model, text(latestVersion), text(champion)]);
  context.out(formatColumns(['model', 'latest version', 'champion'], rows));
}

async function summaries(registry: RegistryStore): Promise<ModelSummary[]> {
  const { everyItem } = await import('../../tracking/pages/every-item.ts');
  const names = await Array.fromAsync(everyItem((page) => registry.models(page)));
  return Promise.all(names.map((name) => summarise(registry, name)));
}

async function summarise(registry: RegistryStore, model: string): Promise<ModelSummary> {
  const [versions, release] = await Promise.all([registry.versions(model, { limit: 1 }), registry.release(model)]);
  return { model, latestVersion: versions.items[0]?.version ?? null, champion: release?.champion ?? null };
}

function text(version: number | null): string {
  return version === null ? 'none' : String(version);
}
