import { stepNodes } from '../../src/pipeline/graph.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { isReusable } from '../../src/runs/reuse.ts';
import { fileKeys, indexFiles, keysMade, keysRead } from './object-keys.ts';
import {
  claimEvents,
  endRuns,
  readReleases,
  readTokens,
  recordRuns,
  reuseSteps,
  takeTurns,
  useRegistry,
  workOnSteps,
} from './record-rights.ts';
import type { ObjectAction, Right, Rights } from './rights.ts';

type Graph = Pick<Pipeline, 'name' | 'nodes' | 'parameters' | 'concurrency'>;

/** Who made the model that serves is not known when its reader is deployed: it may be any pipeline. */
const ANY_ARTIFACT = 'artifacts/*';

/** What a step may do: read what its inputs are made of, write its outputs, record its work, use the registry as it declares. */
export function stepRights(pipeline: Graph, step: string): Rights {
  const nodes = stepNodes(pipeline.nodes).filter((node) => node.step === step);
  const registry = nodes[0]?.registry ?? 'none';
  const made = keysMade(pipeline, step);
  const indices = indexFiles(pipeline.nodes).filter((file) => file.step === step);
  return {
    records: [...workOnSteps, ...(nodes.some(isReusable) ? reuseSteps : []), ...useRegistry[registry]],
    objects: used([
      { actions: ['GetObject'], on: [...keysRead(pipeline, step), ...(registry === 'none' ? [] : [ANY_ARTIFACT])] },
      // An output that is there already is looked at, and renewed by a copy onto itself.
      { actions: ['GetObject', 'PutObject', 'AbortMultipartUpload'], on: made },
      { actions: ['PutObject'], on: indices.map(({ key }) => key) },
    ]),
  };
}

/** What the first state of a pipeline's machine may do: see that the run is recorded, and let it wait its turn. */
export function beginRights(pipeline: Graph): Rights {
  const { name, concurrency } = pipeline;
  return {
    records: [...recordRuns(name), ...takeTurns(name, concurrency)],
    objects: used([{ actions: ['GetObject'], on: fileKeys(pipeline) }]),
  };
}

/** What the door of a pipeline's events may do: begin's work, claim the event, and end a run that cannot start. */
export function startRights(pipeline: Graph): Rights {
  const { name, concurrency } = pipeline;
  return {
    records: [...claimEvents(name), ...recordRuns(name), ...endRuns, ...takeTurns(name, concurrency)],
    objects: used([{ actions: ['GetObject'], on: fileKeys(pipeline) }]),
  };
}

/** What the function that ends runs of every pipeline may do, also of those that never were recorded. */
export const finishRights: Rights = { records: [...recordRuns('*'), ...endRuns], objects: [] };

/** What the API may do: find what serves, and read its model. */
export const predictRights: Rights = {
  records: readReleases,
  objects: [{ actions: ['GetObject'], on: [ANY_ARTIFACT] }],
};

/** What the authoriser may do: look up tokens. */
export const authorizeRights: Rights = { records: readTokens, objects: [] };

/** What the state machine itself may read: the indices that its Distributed Maps go through. */
export function machineRights({ nodes }: Pick<Graph, 'nodes'>): Rights {
  const keys = new Set(indexFiles(nodes).map(({ key }) => key));
  return { records: [], objects: used([{ actions: ['GetObject'], on: [...keys] }]) };
}

function used(rights: readonly Right<ObjectAction>[]): readonly Right<ObjectAction>[] {
  return rights.filter(({ on }) => on.length > 0);
}
