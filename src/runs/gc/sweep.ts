import type { ArtifactStore, StoredObject } from '../../artifacts/artifact-store.ts';
import { tableKeyOf } from '../../artifacts/profiles.ts';
import { UNREFERENCED_MS } from '../../artifacts/unreferenced.ts';
import { type Count, NONE, plus } from './count.ts';
import { garbageIn } from './garbage-in.ts';
import type { Survey } from './survey.ts';

/** What sweeping needs of the world. */
export interface Sweeper {
  readonly artifacts: ArtifactStore;
  readonly nowMs: number;
  readonly dryRun: boolean;
}

/** Removes what nothing refers to; what changed within `UNREFERENCED_MS` a step may be about to refer to. */
export async function sweep(
  { artifacts, nowMs, dryRun }: Sweeper,
  found: Survey,
): Promise<{ readonly artifacts: Count; readonly young: Count }> {
  let [removed, young] = [NONE, NONE];
  for await (const object of garbageIn(artifacts, found)) {
    if (nowMs - object.modifiedAtMs < UNREFERENCED_MS) young = plus(young, object);
    else if (dryRun || (await removeUnrenewed(artifacts, object))) removed = plus(removed, object);
  }
  return { artifacts: removed, young };
}

/** Removes what killed writes have left; one younger than `UNREFERENCED_MS` may be under way. */
export async function sweepLeftovers({ artifacts, nowMs, dryRun }: Sweeper): Promise<Count> {
  let removed = NONE;
  for await (const leftover of artifacts.leftovers()) {
    if (nowMs - leftover.modifiedAtMs < UNREFERENCED_MS) continue;
    if (!dryRun) await leftover.remove();
    removed = plus(removed, leftover);
  }
  return removed;
}

/** False when a step has renewed it since it was listed; a profile goes after its table. */
async function removeUnrenewed(artifacts: ArtifactStore, { key, modifiedAtMs }: StoredObject): Promise<boolean> {
  const table = tableKeyOf(key);
  if (table !== undefined && (await artifacts.size(table)) !== undefined) return false;
  for await (const now of artifacts.list(key)) {
    if (now.key !== key || now.modifiedAtMs !== modifiedAtMs) return false;
    await artifacts.remove(key);
    return true;
  }
  return false;
}
