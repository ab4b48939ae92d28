import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { Survey } from './survey.ts';

/** Cache keys whose entry leads to an artifact that is gone, or that nothing which stays refers to. */
export async function staleCacheKeys(
  { records, artifacts }: { readonly records: RecordStore; readonly artifacts: ArtifactStore },
  { cacheKeys, live }: Pick<Survey, 'cacheKeys' | 'live'>,
): Promise<string[]> {
  const stale: string[] = [];
  for (const cacheKey of cacheKeys) {
    const entry = await records.cache.get(cacheKey);
    if (!entry) continue;
    const keys = Object.values(entry.outputs.artifacts).map(({ key }) => key);
    const isLive = keys.every((key) => live.has(artifacts.uri(key)));
    if (!isLive || !(await areThere(artifacts, keys))) stale.push(cacheKey);
  }
  return stale;
}

async function areThere(artifacts: ArtifactStore, keys: readonly string[]): Promise<boolean> {
  const sizes = await Promise.all(keys.map((key) => artifacts.size(key)));
  return sizes.every((size) => size !== undefined);
}
