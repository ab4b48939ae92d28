import type { NodeId } from '../reference.ts';

/** Key of a node's scalars in the state; node ids have no `_`, so no two nodes share one, and JSONPath needs no brackets. */
export function valueKey(node: NodeId): string {
  return node.replaceAll('-', '_');
}

/** Whether a node may leave something in the state: scalars by value, lists of inline maps as their indices. */
export function crossesStates(outputs: Readonly<Record<string, string>>): boolean {
  return Object.values(outputs).some((type) => type === 'scalar' || type === 'list');
}

/** Key of the file that lists the indices of a Distributed Map; `index` names the maps around it, '' for none. */
export function indexFileKey(run: string, index: string, node: NodeId, output: string): string {
  return `runs/${run}/indices/${node}${index}.${output}.json`;
}
