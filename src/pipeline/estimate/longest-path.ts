import type { GraphNode, MapNode, StepNode } from '../graph.ts';
import { stages } from '../stages.ts';

/** What a run cannot be shorter than, if every step takes as long as it is said to. */
export interface Path {
  /** Ids of the steps, in order. */
  readonly steps: readonly string[];
  readonly durationMs: number;
}

/** How long things are planned to take. */
export interface Pace {
  readonly durationMsOf: (step: StepNode) => number;
  readonly itemsOf: (map: MapNode) => number;
}

const NOTHING: Path = { steps: [], durationMs: 0 };

/** The longest way through a graph as it is compiled: stage after stage, in each its conditions after all else. */
export function longestPath(nodes: readonly GraphNode[], pace: Pace): Path {
  return inSequence(
    stages(nodes).flatMap((stage) => [
      longest(stage.filter((node) => node.kind !== 'when').map((node) => pathOf(node, pace))),
      ...stage.filter((node) => node.kind === 'when').map((node) => pathOf(node, pace)),
    ]),
  );
}

function pathOf(node: GraphNode, pace: Pace): Path {
  if (node.kind === 'step') return { steps: [node.id], durationMs: pace.durationMsOf(node) };
  const body = longestPath(node.body, pace);
  return node.kind === 'when' ? body : { ...body, durationMs: body.durationMs * roundsOf(node, pace) };
}

/** How often a map begins anew when each round takes as many items as it may at once. */
function roundsOf(map: MapNode, { itemsOf }: Pace): number {
  return Math.ceil(itemsOf(map) / map.concurrency);
}

function longest(paths: readonly Path[]): Path {
  return paths.reduce((best, path) => (path.durationMs > best.durationMs ? path : best), NOTHING);
}

function inSequence(paths: readonly Path[]): Path {
  return {
    steps: paths.flatMap((path) => path.steps),
    durationMs: paths.reduce((sum, path) => sum + path.durationMs, 0),
  };
}
