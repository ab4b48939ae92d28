import { compile } from '../compile/compile.ts';
import { definitionSizeBytes, MAX_DEFINITION_BYTES } from '../compile/definition-size.ts';
import { enclosingMaps, walk, type MapNode, type StepNode } from '../graph.ts';
import type { Pipeline } from '../pipeline.ts';
import { historyEvents } from './history-events.ts';

/** Something of a pipeline that AWS does not take, or not at once, with what helps. */
export interface Misfit {
  /** The pipeline, or a map of it. */
  readonly where: string;
  readonly problem: string;
  readonly mend: string;
}

/** Quotas of Step Functions (its docs: “Service quotas”), and Lambda's of functions at once, which can be raised. */
const MAX_EVENTS = 25_000;
const MAX_STATE_BYTES = 262_144;
const MAX_FUNCTIONS_AT_ONCE = 1_000;

/** A scalar's text may have 1 KiB; its name and the JSON around it are shorter than this. */
const SCALAR_BYTES = 1_024 + 96;

/** As long as the ARN of a version of a function is. */
const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:'.padEnd(120, '-');

type Graph = Pick<Pipeline, 'name' | 'nodes' | 'steps' | 'parameters' | 'timeoutMs' | 'concurrency'>;

/** Everything of a pipeline that does not fit Step Functions or Lambda when its lists are as long as they may be. */
export function misfits(pipeline: Graph): Misfit[] {
  return [...limitMisfits(pipeline), ...quotaMisfits(pipeline)];
}

/** What of a pipeline AWS refuses, whoever asks. */
export function limitMisfits(pipeline: Graph): Misfit[] {
  return [...definitionMisfits(pipeline), ...stateMisfits(pipeline)];
}

function definitionMisfits(pipeline: Graph): Misfit[] {
  const functions = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, ARN + step]));
  const definition = compile(pipeline, { functions, begin: `${ARN}begin`, bucket: ARN });
  const maps = new Map(mapsOf(pipeline).map((map) => [map.id, map]));
  const sizeBytes = definitionSizeBytes(definition);
  const tooLarge: Misfit = {
    where: pipeline.name,
    problem: `its state machine has ${sizeBytes} bytes, over ${MAX_DEFINITION_BYTES}`,
    mend: 'split it into two pipelines',
  };
  const histories = historyEvents(definition, (map) => maps.get(map)!.maxItems);
  const tooLong = histories.filter(({ events }) => events > MAX_EVENTS);
  return [...(sizeBytes > MAX_DEFINITION_BYTES ? [tooLarge] : []), ...tooLong.map((one) => longHistory(pipeline, one))];
}

function longHistory({ name }: Graph, { map, events }: { readonly map?: string; readonly events: number }): Misfit {
  return {
    where: map === undefined ? name : `each item of ${map}`,
    problem: `an execution has ${events} events, over ${MAX_EVENTS}, when its lists are full`,
    mend: 'give inner maps a maxItems over 40, so that their items are executions of their own, or less to do',
  };
}

/** Scalars stay in the state of the execution that their steps belong to; the parameters in that of the pipeline. */
function stateMisfits(pipeline: Graph): Misfit[] {
  const maps = enclosingMaps(pipeline.nodes);
  const parameters = Object.values(pipeline.parameters).filter(({ kind }) => kind !== 'file').length;
  const scalars = new Map([[pipeline.name, parameters]]);
  for (const node of walk(pipeline.nodes)) {
    if (node.kind !== 'step') continue;
    const where = maps.get(node.id)!.at(-1)?.id ?? pipeline.name;
    scalars.set(where, (scalars.get(where) ?? 0) + scalarsOf(node));
  }
  return [...scalars]
    .filter(([, count]) => count * SCALAR_BYTES > MAX_STATE_BYTES)
    .map(([where, count]) => ({
      where,
      problem: `${count} scalars may come to ${count * SCALAR_BYTES} bytes of state, over ${MAX_STATE_BYTES}`,
      mend: 'give several of them as one json(…) output, which is an artifact',
    }));
}

function scalarsOf({ outputs }: StepNode): number {
  return Object.values(outputs).filter((type) => type === 'scalar').length;
}

/** What of a pipeline an account does not take at once unless its quotas were raised. */
export function quotaMisfits(pipeline: Graph): Misfit[] {
  const around = enclosingMaps(pipeline.nodes);
  return mapsOf(pipeline).flatMap((map) => {
    const width = [...around.get(map.id)!, map].reduce(
      (product, one) => product * Math.min(one.concurrency, one.maxItems),
      1,
    );
    if (width <= MAX_FUNCTIONS_AT_ONCE) return [];
    return {
      where: map.id,
      problem: `${width} items at once, over the ${MAX_FUNCTIONS_AT_ONCE} functions that an account runs unless it asked for more`,
      mend: `lower its concurrency, or raise the Lambda quota “concurrent executions”; until then items are tried again`,
    };
  });
}

function mapsOf({ nodes }: Graph): MapNode[] {
  return [...walk(nodes)].filter((node) => node.kind === 'map');
}
