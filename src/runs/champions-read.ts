import type { RegistryReader } from '../pipeline/step-context.ts';
import type { ChampionRead } from '../tracking/step-record.ts';
import type { Worker } from './worker.ts';

/** A registry that remembers what it was asked. */
export interface WatchedRegistry {
  readonly reader: RegistryReader;
  /** The champions that were read so far; undefined once one of them was lost, which may be mended any time. */
  readonly champions: () => readonly ChampionRead[] | undefined;
}

/** Remembers the champions that a step reads: they are inputs that its cache key cannot know. */
export function watchRegistry(registry: RegistryReader): WatchedRegistry {
  const read = new Map<string, ChampionRead>();
  let isAnyLost = false;
  return {
    reader: {
      async champion(model) {
        const champion = await registry.champion(model);
        isAnyLost ||= champion !== undefined && 'lost' in champion;
        read.set(model, champion ? { model, version: champion.version } : { model });
        return champion;
      },
    },
    champions: () => (isAnyLost ? undefined : [...read.values()]),
  };
}

/** Whether what a step read of the registry would be the same now, with their models to be read. */
export async function stillServe(worker: Worker, champions: readonly ChampionRead[]): Promise<boolean> {
  const same = await Promise.all(champions.map((champion) => serves(worker, champion)));
  return same.every(Boolean);
}

async function serves({ records, artifacts }: Worker, { model, version }: ChampionRead): Promise<boolean> {
  const current = await records.registry.release(model);
  if (current?.champion !== version) return false;
  if (version === undefined) return true;
  const { artifact } = (await records.registry.version(model, version))!;
  return (await artifacts.size(artifact.key)) !== undefined;
}
