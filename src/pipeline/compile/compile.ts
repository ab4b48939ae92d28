import type { GraphNode, MapNode, StepNode, WhenNode } from '../graph.ts';
import type { Pipeline } from '../pipeline.ts';
import { PARAMETERS_NODE, type GraphReference, type NodeId } from '../reference.ts';
import { stages } from '../stages.ts';
import { mapState } from './map-state.ts';
import { QUEUE_STATES } from './queue-states.ts';
import type { Definition, Resources, State, StateMachine } from './state-machine.ts';
import { BEGIN, beginState, resultPath, taskState } from './task-state.ts';
import { valueKey } from './value-paths.ts';

/** States by name, in the order they run; a state without Next goes on to the one after it. */
type Chain = [name: string, state: State][];

/** Compiles a pipeline to a state machine in Amazon States Language (JSONPath). */
export function compile(
  pipeline: Pick<Pipeline, 'name' | 'nodes' | 'timeoutMs' | 'concurrency'>,
  resources: Resources,
): Definition {
  const queue = pipeline.concurrency === 'queue' ? QUEUE_STATES : [];
  const begin: Chain = [[BEGIN, beginState(resources, pipeline.concurrency)], ...queue];
  return {
    Comment: `Sluice pipeline ${pipeline.name}`,
    QueryLanguage: 'JSONPath',
    TimeoutSeconds: Math.ceil(pipeline.timeoutMs / 1_000),
    ...link([...begin, ...new Compiler(resources).chain(pipeline.nodes, '')]),
  };
}

class Compiler {
  readonly #resources: Resources;
  /** Where in the state each node's scalars are, filled in as the chain grows. */
  readonly #paths = new Map<NodeId, string>([[PARAMETERS_NODE, '$.values.params']]);

  constructor(resources: Resources) {
    this.#resources = resources;
  }

  /** `prefix` keeps names of made-up states unique in the machine. */
  chain(nodes: readonly GraphNode[], prefix: string): Chain {
    return stages(nodes).flatMap((stage, level) => [
      ...this.#together(
        stage.filter((node) => node.kind !== 'when'),
        `${prefix}Stage${level}`,
      ),
      ...stage.filter((node) => node.kind === 'when').flatMap((node) => this.#branch(node)),
    ]);
  }

  /** Nodes that do not depend on each other: one alone in the chain, several as a Parallel. */
  #together(nodes: readonly (StepNode | MapNode)[], name: string): Chain {
    const [first, ...others] = nodes;
    if (!first) return [];
    if (others.length > 0) return [[name, this.#parallel(nodes, name)]];
    this.#paths.set(first.id, `$.values.${valueKey(first.id)}`);
    const state = this.#state(first);
    return [[first.id, first.kind === 'step' ? { ...state, ResultPath: resultPath(first) } : state]];
  }

  #parallel(nodes: readonly (StepNode | MapNode)[], name: string): State {
    const key = name.replaceAll('-', '_').replaceAll('.', '');
    const branches = nodes.map((node, index) => {
      this.#paths.set(node.id, `$.values.${key}[${index}]`);
      const state = node.kind === 'map' ? emptied(this.#state(node)) : this.#state(node);
      return { StartAt: node.id, States: { [node.id]: { ...state, End: true } } };
    });
    return { Type: 'Parallel', Branches: branches, ResultPath: `$.values.${key}` };
  }

  #state(node: StepNode | MapNode): State {
    if (node.kind === 'step') return taskState(node, this.#resources);
    const body = link(emptiedAtEnd(this.chain(node.body, `${node.id}.`)));
    return mapState(node, this.#pathOf(node.items), body, this.#resources);
  }

  /** A Choice whose two ways meet again. */
  #branch(node: WhenNode): Chain {
    const inner = this.chain(node.body, `${node.id}.`);
    const end = `${node.id}.End`;
    const rule = { Variable: this.#pathOf(node.condition), BooleanEquals: true, Next: inner[0]![0] };
    return [[node.id, { Type: 'Choice', Choices: [rule], Default: end }], ...inner, [end, { Type: 'Pass' }]];
  }

  #pathOf(reference: GraphReference): string {
    return `${this.#paths.get(reference.node)}.scalars.${reference.output}`;
  }
}

// A map gathers what its bodies end with, and all of it must fit 256 KiB: each answers with next to nothing.
function emptiedAtEnd(chain: Chain): Chain {
  return chain.map(([name, state], position) => [name, position === chain.length - 1 ? emptied(state) : state]);
}

function emptied(state: State): State {
  const nothing = { done: true };
  return state.Type === 'Pass' ? { ...state, Result: nothing } : { ...state, ResultSelector: nothing, ResultPath: '$' };
}

function link(chain: Chain): StateMachine {
  const states = chain.map(([name, state], position) => [name, follow(state, chain[position + 1]?.[0])] as const);
  return { StartAt: chain[0]![0], States: Object.fromEntries(states) };
}

function follow(state: State, next: string | undefined): State {
  if (state.Type === 'Choice' || 'Next' in state) return state;
  return next === undefined ? { ...state, End: true } : { ...state, Next: next };
}
