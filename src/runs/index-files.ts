import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { isInline } from '../pipeline/compile/map-state.ts';
import { indexFileKey } from '../pipeline/compile/value-paths.ts';
import { mapsOver, type GraphNode } from '../pipeline/graph.ts';
import type { StepRecord } from '../tracking/step-record.ts';

/** Writes, for each Distributed Map over a list that a step gave, the file of indices that it reads; safe to repeat. */
export async function writeIndexFiles(
  store: ArtifactStore,
  nodes: readonly GraphNode[],
  { run, key, node, outputs }: StepRecord,
): Promise<void> {
  const around = key.slice(node.length);
  const distributed = mapsOver(nodes, node).filter((map) => !isInline(map));
  for (const output of new Set(distributed.map(({ items }) => items.output))) {
    const { count = 0 } = outputs!.artifacts[output]!;
    const indices = JSON.stringify(Array.from({ length: count }, (_, index) => index));
    await store.replace(indexFileKey(run, around, node, output), new TextEncoder().encode(indices));
  }
}
