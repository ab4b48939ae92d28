import { checkKey } from './check-name.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { childrenOf, enclosingMaps, walk, type GraphNode, type MapNode } from './graph.ts';
import { PARAMETERS_NODE, type NodeId } from './reference.ts';

/** Most children of a Distributed Map that Step Functions runs at once, and our bound on a list. */
const MAX_MAP_ITEMS = 10_000;

/** Throws the first rule that a declared graph breaks: `pipeline.empty`, `.outside-map`, `.map-over-map`, `.map-limits`. */
export function checkGraph(nodes: readonly GraphNode[]): void {
  if (nodes.length === 0) throw empty('a pipeline');
  checkMapLimits([...walk(nodes)].filter((node) => node.kind === 'map'));
  const maps = enclosingMaps(nodes);
  const kinds = new Map([...walk(nodes)].map((node) => [node.id, node.kind]));
  for (const node of walk(nodes)) checkNode(node, maps, kinds);
}

function checkNode(
  node: GraphNode,
  maps: Map<NodeId, readonly MapNode[]>,
  kinds: Map<NodeId, GraphNode['kind']>,
): void {
  if (node.kind === 'step') return Object.keys(node.outputs).forEach(checkKey);
  if (childrenOf(node).length === 0) throw empty(`the ${node.kind} ${node.id}`);
  if (node.kind === 'when') return checkScope(node, node.condition.node, maps);
  if (kinds.get(node.items.node) !== 'step') throw mapOverMap(node);
  checkScope(node, node.items.node, maps);
}

// A map's body is a state machine of its own: it sees no value of the states around it.
function checkScope(node: GraphNode, source: NodeId, maps: Map<NodeId, readonly MapNode[]>): void {
  const around = maps.get(node.id)!.at(-1)?.id;
  const from = source === PARAMETERS_NODE ? undefined : maps.get(source)?.at(-1)?.id;
  if (around === from) return;
  throw new SluiceError({
    code: 'pipeline.outside-map',
    message: 'a when or map inside a map reads what was made outside that map',
    seen: `${node.id} reads ${source}`,
    allowed: 'what steps in the same map body gave',
    mend: 'hand it to a step of the body and use what that step gives',
  });
}

function checkMapLimits(maps: readonly MapNode[]): void {
  const whole = (value: number) => Number.isInteger(value) && value >= 1 && value <= MAX_MAP_ITEMS;
  const broken = maps.filter(({ maxItems, concurrency }) => !whole(maxItems) || !whole(concurrency));
  if (broken.length === 0) return;
  throw new SluiceError({
    code: 'pipeline.map-limits',
    message: 'limits of a map are out of range',
    seen: broken
      .map(({ id, maxItems, concurrency }) => `${id}: maxItems ${maxItems}, concurrency ${concurrency}`)
      .join('; '),
    allowed: `whole numbers from 1 to ${MAX_MAP_ITEMS}`,
    mend: 'give each item more work, so that fewer items are needed',
  });
}

// Step Functions needs the number of items, and only a step's answer carries it.
function mapOverMap(node: MapNode): SluiceError {
  return new SluiceError({
    code: 'pipeline.map-over-map',
    message: 'a map runs over something that no step gave',
    seen: `${node.id} over ${node.items.node}.${node.items.output}`,
    allowed: 'a list output of a step',
    mend: 'put a step between the two maps that takes the first list and gives the second',
  });
}

function empty(what: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.empty',
    message: `${what} declares no step`,
    mend: 'call at least one step in it',
  });
}
