import { SluiceError } from '../errors/sluice-error.ts';
import { enclosingMaps, walk, type GraphNode, type MapNode } from '../pipeline/graph.ts';
import { PARAMETERS_NODE, type GraphReference } from '../pipeline/reference.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import { inLanes } from './in-lanes.ts';
import { formatIndexPath, type MapPosition } from './index-path.ts';
import type { Source } from './source.ts';

/** Finds where references of one run get their values. */
export class Resolver {
  readonly #run: RunRecord;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #maps: ReadonlyMap<string, readonly MapNode[]>;
  readonly #stepRecord: (key: string) => Promise<StepRecord | undefined>;

  constructor(
    run: RunRecord,
    nodes: readonly GraphNode[],
    stepRecord: (key: string) => Promise<StepRecord | undefined>,
  ) {
    this.#run = run;
    this.#nodes = new Map([...walk(nodes)].map((node) => [node.id, node]));
    this.#maps = enclosingMaps(nodes);
    this.#stepRecord = stepRecord;
  }

  /** The source of a reference read at these map positions. Throws `run.output-missing`. */
  async resolve(reference: GraphReference, around: readonly MapPosition[]): Promise<Source> {
    if (reference.node === PARAMETERS_NODE) return this.#parameter(reference.output);
    const node = this.#nodes.get(reference.node);
    if (node?.kind === 'step') return this.#output(reference, around);
    if (node?.kind !== 'map') throw outputMissing(reference, this.#run.id);
    return reference.output === 'item' ? this.#item(node, around) : this.#gathered(node, around);
  }

  #parameter(name: string): Source {
    const value = this.#run.parameters[name];
    if (value === undefined) throw outputMissing({ node: PARAMETERS_NODE, output: name, type: 'scalar' }, this.#run.id);
    return { kind: 'value', value };
  }

  async #output(reference: GraphReference, around: readonly MapPosition[]): Promise<Source> {
    const depth = this.#maps.get(reference.node)!.length;
    const record = await this.#stepRecord(reference.node + formatIndexPath(around.slice(0, depth)));
    const artifact = record?.outputs?.artifacts[reference.output];
    if (artifact) return { kind: 'artifact', reference: artifact };
    const value = record?.outputs?.scalars[reference.output];
    if (value === undefined) throw outputMissing(reference, this.#run.id);
    return { kind: 'value', value };
  }

  async #item(map: MapNode, around: readonly MapPosition[]): Promise<Source> {
    const depth = around.findIndex((position) => position.map === map.id);
    const list = await this.#listOf(map, around.slice(0, depth));
    return { kind: 'item', list, index: around[depth]!.index };
  }

  async #gathered(map: MapNode, around: readonly MapPosition[]): Promise<Source> {
    const outside = around.slice(0, this.#maps.get(map.id)!.length);
    const { count = 0 } = await this.#listOf(map, outside);
    const indices = Array.from({ length: count }, (_, index) => index);
    const items = await inLanes(indices, (index) => this.resolve(map.output, [...outside, { map: map.id, index }]));
    return { kind: 'gathered', items };
  }

  async #listOf(map: MapNode, around: readonly MapPosition[]) {
    const source = await this.resolve(map.items, around);
    if (source.kind === 'artifact') return source.reference;
    throw outputMissing(map.items, this.#run.id);
  }
}

function outputMissing(reference: GraphReference, run: string): SluiceError {
  return new SluiceError({
    code: 'run.output-missing',
    message: 'a step reads an output that the run does not have',
    seen: `${reference.node}.${reference.output} in run ${run}`,
    mend: 'deploy the pipeline again if its code was changed under the run, then start a new run',
  });
}
