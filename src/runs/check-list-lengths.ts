import { SluiceError } from '../errors/sluice-error.ts';
import { mapsOver, type GraphNode } from '../pipeline/graph.ts';
import type { StepRecord } from '../tracking/step-record.ts';

/** Throws `run.too-many-items` when a list that a step gave is longer than a map over it allows. */
export function checkListLengths(nodes: readonly GraphNode[], { node, outputs }: StepRecord): void {
  for (const map of mapsOver(nodes, node)) {
    const count = outputs?.artifacts[map.items.output]?.count ?? 0;
    if (count > map.maxItems) throw tooManyItems(`${map.id} over ${count} items`, map.maxItems);
  }
}

function tooManyItems(seen: string, maxItems: number): SluiceError {
  return new SluiceError({
    code: 'run.too-many-items',
    message: 'a list is longer than a map over it allows',
    seen,
    allowed: `at most ${maxItems}`,
    mend: "raise the map's maxItems, or make the list shorter",
  });
}
