import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { Count } from './count.ts';
import { staleCacheKeys } from './stale-cache-keys.ts';
import { survey } from './survey.ts';
import { sweep, sweepLeftovers } from './sweep.ts';

/** What collecting garbage needs of the world. */
interface GarbagePlace {
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly nowMs: number;
}

interface GarbageChoices {
  /** Runs that ended so long ago are removed, too; none unless given. */
  readonly olderThanMs?: number;
  /** Whether nothing is to be removed, only counted. */
  readonly dryRun: boolean;
}

/** What was removed, or in a dry run would be. */
export interface GarbageReport {
  readonly dryRun: boolean;
  readonly runs: number;
  readonly cacheEntries: number;
  readonly artifacts: Count;
  readonly leftovers: Count;
  /** Artifacts that nothing refers to yet or any more, left alone until they are older. */
  readonly young: Count;
}

/**
 * Removes runs older than asked that no version came from, then cache entries whose artifacts are gone, artifacts that
 * nothing refers to and what killed writes left. It may run beside live runs: a step renews what it writes or reuses
 * before it records it, and what was renewed within `UNREFERENCED_MS` stays.
 * What one call leaves when it is cut short, the next one finds.
 */
export async function collectGarbage(
  { records, artifacts, nowMs }: GarbagePlace,
  { olderThanMs = Infinity, dryRun }: GarbageChoices,
): Promise<GarbageReport> {
  const found = await survey(records, artifacts, nowMs - olderThanMs);
  const stale = await staleCacheKeys({ records, artifacts }, found);
  if (!dryRun) {
    // Entries first: they are found by the steps of the runs.
    for (const cacheKey of stale) await records.cache.remove(cacheKey);
    for (const run of found.outdated) await records.runs.remove(run);
  }
  const sweeper = { artifacts, nowMs, dryRun };
  return {
    dryRun,
    runs: found.outdated.length,
    cacheEntries: stale.length,
    ...(await sweep(sweeper, found)),
    leftovers: await sweepLeftovers(sweeper),
  };
}
