import type { Pace } from '../../../pipeline/estimate/longest-path.ts';
import { enclosingMaps, stepNodes, type MapNode, type StepNode } from '../../../pipeline/graph.ts';
import type { Pipeline } from '../../../pipeline/pipeline.ts';

/** A step of the graph and how often a run comes to it. */
export interface Visit {
  readonly node: StepNode;
  readonly times: number;
}

/** Every step in declared order, with the items of the maps around it. */
export function visitsOf({ nodes }: Pick<Pipeline, 'nodes'>, { itemsOf }: Pick<Pace, 'itemsOf'>): Visit[] {
  const maps = enclosingMaps(nodes);
  return stepNodes(nodes).map((node) => ({ node, times: timesInside(maps.get(node.id)!, itemsOf) }));
}

/** How often a run comes to what lies inside these maps. */
export function timesInside(maps: readonly MapNode[], itemsOf: Pace['itemsOf']): number {
  return maps.reduce((product, map) => product * itemsOf(map), 1);
}
