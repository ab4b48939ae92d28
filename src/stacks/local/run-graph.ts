import { decodeArtifact } from '../../artifacts/decode-artifact.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { GraphNode, MapNode, StepNode } from '../../pipeline/graph.ts';
import { stages } from '../../pipeline/stages.ts';
import { executeStep, type Worker } from '../../runs/execute-step.ts';
import { formatIndexPath, type MapPosition } from '../../runs/index-path.ts';
import { Resolver } from '../../runs/resolve.ts';
import type { RunObserver } from '../../runs/run-observer.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { retryDelayMs, willRetry } from './retry.ts';

/** What walking a graph needs beside the worker. */
export interface Walk {
  readonly worker: Worker;
  readonly run: RunRecord;
  readonly observer: RunObserver;
  readonly random: () => number;
  readonly sleep: (delayMs: number) => Promise<void>;
}

/** Runs the nodes of a graph in this process, stage by stage, as the state machine would. Throws a step's last error. */
export async function runGraph(
  walk: Walk,
  nodes: readonly GraphNode[],
  around: readonly MapPosition[] = [],
): Promise<void> {
  for (const stage of stages(nodes)) {
    const ended = await Promise.allSettled(stage.map((node) => runNode(walk, node, around)));
    for (const result of ended) if (result.status === 'rejected') throw result.reason;
  }
}

function runNode(walk: Walk, node: GraphNode, around: readonly MapPosition[]): Promise<void> {
  if (node.kind === 'step') return runStep(walk, node, around);
  return node.kind === 'map' ? runMap(walk, node, around) : runBranch(walk, node, around);
}

async function runStep(walk: Walk, node: StepNode, around: readonly MapPosition[]): Promise<void> {
  const { worker, run, observer } = walk;
  const index = formatIndexPath(around);
  for (let attempt = 0; ; attempt++) {
    observer.stepStarted({ run: run.id, key: `${node.id}${index}`, node: node.id, attempt });
    try {
      observer.stepEnded(await executeStep(worker, { run: run.id, step: node.id, attempt, index }));
      return;
    } catch (error) {
      const record = await worker.records.steps.get(run.id, `${node.id}${index}`);
      if (record) observer.stepEnded(record);
      if (!willRetry(error, attempt, node.policy)) throw error;
      await walk.sleep(retryDelayMs(attempt, node.policy.backoffMs, walk.random));
    }
  }
}

async function runBranch(
  walk: Walk,
  node: Extract<GraphNode, { kind: 'when' }>,
  around: readonly MapPosition[],
): Promise<void> {
  const source = await resolverOf(walk).resolve(node.condition, around);
  if (source.kind === 'value' && source.value === true) await runGraph(walk, node.body, around);
}

async function runMap(walk: Walk, node: MapNode, around: readonly MapPosition[]): Promise<void> {
  const count = await countItems(walk, node, around);
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) {
      await runGraph(walk, node.body, [...around, { map: node.id, index }]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(node.concurrency, count) }, lane));
}

async function countItems(walk: Walk, node: MapNode, around: readonly MapPosition[]): Promise<number> {
  const source = await resolverOf(walk).resolve(node.items, around);
  const items =
    source.kind === 'artifact' ? ((await decodeArtifact(walk.worker.artifacts, source.reference)) as unknown[]) : [];
  if (items.length <= node.maxItems) return items.length;
  throw new SluiceError({
    code: 'run.too-many-items',
    message: 'a list is longer than its map allows',
    seen: `${node.id}: ${items.length} items`,
    allowed: `at most ${node.maxItems}`,
    mend: "raise the map's maxItems, or make the list shorter",
  });
}

function resolverOf({ run, worker }: Walk): Resolver {
  return new Resolver(run, worker.manifest.nodes, (key) => worker.records.steps.get(run.id, key));
}
