import type { OutputName, PlannedStep } from '../tracking/run-record.ts';
import { stepNodes, walk, type GraphNode, type MapNode, type StepNode } from './graph.ts';
import { isGraphReference, type GraphReference } from './reference.ts';

/** Every step of the graph in declared order, each with the steps that it reads from. */
export function planOf(nodes: readonly GraphNode[]): PlannedStep[] {
  const maps = new Map([...walk(nodes)].filter((node) => node.kind === 'map').map((node) => [node.id, node]));
  return stepNodes(nodes).map((node) => plannedStep(node, (reference) => madeBy(reference, maps)));
}

function plannedStep(
  { id, step, inputs, parameters }: StepNode,
  name: (reference: GraphReference) => OutputName,
): PlannedStep {
  const bound = Object.entries(parameters).flatMap(([key, value]) =>
    isGraphReference(value) ? [[key, value] as const] : [],
  );
  return { node: id, step, inputs: named(Object.entries(inputs), name), parameters: named(bound, name) };
}

function named(
  references: readonly (readonly [string, GraphReference])[],
  name: (reference: GraphReference) => OutputName,
): Record<string, OutputName> {
  return Object.fromEntries(references.map(([key, reference]) => [key, name(reference)]));
}

/** Through maps to the step that made the value: an item is of the list mapped over, a gathered list of the body's output. */
function madeBy(reference: GraphReference, maps: ReadonlyMap<string, MapNode>): OutputName {
  const map = maps.get(reference.node);
  if (map === undefined) return { node: reference.node, output: reference.output };
  return madeBy(reference.output === 'item' ? map.items : map.output, maps);
}
