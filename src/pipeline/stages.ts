import { referencesOf, walk, type GraphNode } from './graph.ts';
import type { NodeId } from './reference.ts';

/**
 * Nodes in topological order, those that do not depend on each other together.
 * Declaration order is a topological order already: a reference exists only after its node.
 */
export function stages(nodes: readonly GraphNode[]): GraphNode[][] {
  const levels = new Map<NodeId, number>();
  const ordered: GraphNode[][] = [];
  for (const node of nodes) {
    const level = 1 + Math.max(-1, ...referencesOf(node).map((reference) => levels.get(reference.node) ?? -1));
    for (const inner of walk([node])) levels.set(inner.id, level);
    (ordered[level] ??= []).push(node);
  }
  return ordered;
}
