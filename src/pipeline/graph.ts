import type { ArtifactTypeName } from '../artifacts/artifact-reference.ts';
import type { Scalar } from '../tracking/step-record.ts';
import type { Policy } from './policy.ts';
import { isGraphReference, type GraphReference, type NodeId } from './reference.ts';

/** A pipeline as plain data: what is compiled, deployed and walked. */
export type GraphNode = StepNode | WhenNode | MapNode;

export interface StepNode {
  readonly kind: 'step';
  readonly id: NodeId;
  /** Name of the step; two nodes may call the same one. */
  readonly step: string;
  readonly inputs: Readonly<Record<string, GraphReference>>;
  readonly parameters: Readonly<Record<string, Scalar | GraphReference>>;
  readonly outputs: Readonly<Record<string, ArtifactTypeName>>;
  readonly policy: Policy;
  readonly registry: RegistryAccess;
  /** Names of the secrets that it is handed; absent for none. */
  readonly secrets?: readonly string[];
  /** Names of the configuration that it is handed; absent for none. */
  readonly configuration?: readonly string[];
}

/** What a step may do with the model registry. */
export type RegistryAccess = 'none' | 'read' | 'release';

export interface WhenNode {
  readonly kind: 'when';
  readonly id: NodeId;
  readonly condition: GraphReference;
  readonly body: readonly GraphNode[];
}

export interface MapNode {
  readonly kind: 'map';
  readonly id: NodeId;
  readonly items: GraphReference;
  readonly maxItems: number;
  readonly concurrency: number;
  readonly body: readonly GraphNode[];
  /** What of the body becomes the mapped list. */
  readonly output: GraphReference;
}

/** The nodes nested in a node. */
export function childrenOf(node: GraphNode): readonly GraphNode[] {
  return node.kind === 'step' ? [] : node.body;
}

/** Every node, nested ones after their parent, in declared order. */
export function* walk(nodes: readonly GraphNode[]): Generator<GraphNode> {
  for (const node of nodes) {
    yield node;
    yield* walk(childrenOf(node));
  }
}

/** Every step node in declared order. */
export function stepNodes(nodes: readonly GraphNode[]): StepNode[] {
  return [...walk(nodes)].filter((node) => node.kind === 'step');
}

/** Every reference that a node or a node nested in it reads. */
export function referencesOf(node: GraphNode): GraphReference[] {
  const nested = childrenOf(node).flatMap(referencesOf);
  if (node.kind === 'when') return [node.condition, ...nested];
  if (node.kind === 'map') return [node.items, node.output, ...nested];
  return [...Object.values(node.inputs), ...Object.values(node.parameters).filter(isGraphReference)];
}

/** The maps over a list that this step gives. */
export function mapsOver(nodes: readonly GraphNode[], step: NodeId): MapNode[] {
  return [...walk(nodes)].filter((node) => node.kind === 'map').filter(({ items }) => items.node === step);
}

/** The maps around each node, outermost first. */
export function enclosingMaps(
  nodes: readonly GraphNode[],
  around: readonly MapNode[] = [],
): Map<NodeId, readonly MapNode[]> {
  const maps = new Map<NodeId, readonly MapNode[]>();
  for (const node of nodes) {
    maps.set(node.id, around);
    const inner = node.kind === 'map' ? [...around, node] : around;
    for (const [id, path] of enclosingMaps(childrenOf(node), inner)) maps.set(id, path);
  }
  return maps;
}
