import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { StepNode } from '../pipeline/graph.ts';
import type { CacheEntry, NotReused, StepRecord } from '../tracking/step-record.ts';
import type { Attempt } from './attempt.ts';
import { stillServe } from './champions-read.ts';
import { commit } from './commit.ts';
import type { Worker } from './worker.ts';

/** Records what an earlier run made by the same cache key, or tells why nothing can be reused. */
export async function reuse(worker: Worker, attempt: Attempt): Promise<StepRecord | NotReused> {
  const { node, run, key } = attempt;
  if (!isReusable(node)) return 'off-for-step';
  if (!run.useCache) return 'off-for-run';
  const entry = await worker.records.cache.get(key);
  if (!entry || (node.registry === 'read' && !entry.champions)) return 'nothing-known';
  if (!(await stillServe(worker, entry.champions ?? []))) return 'champion-changed';
  if (!(await allThere(worker.artifacts, entry))) return 'artifact-gone';
  return commit(worker, attempt, entry, { status: 'cached', cachedFrom: entry.run });
}

/** Whether what a step gives may be given again; who releases must do so each time. */
export function isReusable({ policy, registry }: StepNode): boolean {
  return policy.cache && registry !== 'release';
}

/** A hit whose artifact is gone is a miss; those that are there stay until the step's record refers to them. */
async function allThere(store: ArtifactStore, { outputs }: CacheEntry): Promise<boolean> {
  const renewed = await Promise.all(Object.values(outputs.artifacts).map(({ key }) => store.renew(key)));
  return renewed.every(Boolean);
}
