import { isInline } from '../../pipeline/compile/map-state.ts';
import { mapsOver, type GraphNode, type RegistryAccess, type StepNode } from '../../pipeline/graph.ts';
import { isGraphReference, type GraphReference } from '../../pipeline/reference.ts';
import type { AnyStepDefinition } from '../../pipeline/step.ts';
import { isReusable } from '../reuse.ts';
import { referenceReads, type ItemsOf, type ReferenceReads } from './reference-reads.ts';
import { addCalls, type StoreCalls } from './store-calls.ts';

/** Of `executeStep` and `commit`: find the run, begin, log, commit. */
const ALWAYS: StoreCalls = { 'runs.get': 1, 'steps.begin': 1, 'logs.log': 1, 'steps.commit': 1 };

/** Of `reuse`, which finds nothing, and of `perform`, which leaves the outputs to later runs. */
const CACHED: StoreCalls = { 'cache.get': 1, 'cache.put': 1 };

/** Of the registry, if the step's own code asks once for what it may. */
const REGISTRY: Readonly<Record<RegistryAccess, StoreCalls>> = {
  none: {},
  read: { 'registry.release': 1, 'registry.version': 1, 'artifacts.read': 1 },
  release: { 'registry.release': 1, 'registry.version': 1, 'registry.register': 1, 'registry.promote': 1 },
};

/** Of a table read as a stream of one batch: its tail, its footer, the batch, the rest for its hash. */
const RANGES_OF_STREAM = 4;

/** What a step's place in its pipeline says of what it reads. */
interface StepPlace {
  readonly nodes: readonly GraphNode[];
  readonly steps: ReadonlyMap<string, AnyStepDefinition>;
  readonly itemsOf: ItemsOf;
}

/**
 * The calls of one attempt of a step that nothing is known of yet, in a process of its own: the most that an attempt
 * makes. Of what its own code may do, one look at the registry and one reading of each file are counted.
 */
export function stepCalls(node: StepNode, { nodes, steps, itemsOf }: StepPlace): StoreCalls {
  const readsOf = (reference: GraphReference) => referenceReads(reference, nodes, itemsOf);
  const inputs = Object.entries(node.inputs).map(([name, reference]) => ({
    ...readsOf(reference),
    streamed: steps.get(node.step)?.inputs[name]?.streamed === true,
  }));
  const parameters = Object.values(node.parameters).filter(isGraphReference).map(readsOf);
  return addCalls(
    ALWAYS,
    isReusable(node) ? CACHED : {},
    ...[...inputs, ...parameters].map(readCalls),
    { 'artifacts.read': listReads([...inputs, ...parameters]) },
    REGISTRY[node.registry],
    storedCalls(node, steps.get(node.step)),
    { 'artifacts.replace': indexFiles(node, nodes) },
  );
}

function readCalls({
  records,
  artifacts,
  files,
  streamed = false,
}: ReferenceReads & { streamed?: boolean }): StoreCalls {
  return {
    'steps.get': records,
    'file.read': files,
    ...(streamed ? { 'artifacts.readRange': artifacts * RANGES_OF_STREAM } : { 'artifacts.read': artifacts }),
  };
}

/** Items are hashed, then handed over: of one list that is one reading, since it stays decoded; of several it may not. */
function listReads(reads: readonly ReferenceReads[]): number {
  const lists = reads.flatMap((read) => read.lists);
  return new Set(lists).size > 1 ? 2 * lists.length : Math.min(1, lists.length);
}

/** Every artifact, and beside each table its profile; a stream goes through a file. */
function storedCalls({ outputs }: StepNode, definition: AnyStepDefinition | undefined): StoreCalls {
  const artifacts = Object.entries(outputs).filter(([, type]) => type !== 'scalar');
  const streams = artifacts.filter(([name]) => definition?.outputs[name]?.streamed === true).length;
  const tables = artifacts.filter(([, type]) => type === 'table').length;
  return { 'artifacts.create': artifacts.length + tables - streams, 'artifacts.createFromFile': streams };
}

/** Files of indices, which Distributed Maps read. */
function indexFiles({ id }: StepNode, nodes: readonly GraphNode[]): number {
  const distributed = mapsOver(nodes, id).filter((map) => !isInline(map));
  return new Set(distributed.map(({ items }) => items.output)).size;
}
