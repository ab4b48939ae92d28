import type { Release } from '../../tracking/registry.ts';
import type { CommandContext } from '../command-context.ts';

/** Says what serves now. */
export function writeRelease(context: CommandContext, release: Release, asJson: boolean): void {
  const { model, champion, sequence, sinceMs } = release;
  const since = new Date(sinceMs).toISOString();
  if (asJson)
    context.out(`${JSON.stringify({ release: { model, version: champion, alias: 'champion', sequence, since } })}\n`);
  else context.out(`${model} version ${champion} serves as champion since ${since}\n`);
}
