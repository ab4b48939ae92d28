import { walk, type GraphNode, type MapNode } from '../../pipeline/graph.ts';
import { PARAMETERS_NODE, type GraphReference } from '../../pipeline/reference.ts';

/** How many items a map is planned with. */
export type ItemsOf = (map: MapNode) => number;

/** What finding and loading the value of a reference takes. */
export interface ReferenceReads {
  /** Step records looked up. */
  readonly records: number;
  /** Artifacts loaded, one by one. */
  readonly artifacts: number;
  /** Files that the run was given. */
  readonly files: number;
  /** The lists that items are taken out of; each is decoded once in a process, however many items are taken. */
  readonly lists: readonly string[];
}

const NOTHING: ReferenceReads = { records: 0, artifacts: 0, files: 0, lists: [] };

/** What `Resolver` and `load` read for a reference, of maps with so many items. */
export function referenceReads(
  reference: GraphReference,
  nodes: readonly GraphNode[],
  itemsOf: ItemsOf,
): ReferenceReads {
  if (reference.node === PARAMETERS_NODE) return { ...NOTHING, files: reference.type === 'file' ? 1 : 0 };
  const map = [...walk(nodes)].find((node) => node.kind === 'map' && node.id === reference.node);
  if (map?.kind !== 'map') return { ...NOTHING, records: 1, artifacts: reference.type === 'scalar' ? 0 : 1 };
  const list = referenceReads(map.items, nodes, itemsOf);
  if (reference.output === 'item') return { ...NOTHING, records: list.records, lists: [map.id] };
  const one = referenceReads(map.output, nodes, itemsOf);
  const items = itemsOf(map);
  return {
    records: list.records + items * one.records,
    artifacts: items * one.artifacts,
    files: 0,
    lists: one.lists,
  };
}
