import type { Progress } from '../../data/progress.ts';
import { tellReading } from '../../data/tell-reading.ts';
import type { GraphNode, MapNode, StepNode, WhenNode } from '../../pipeline/graph.ts';
import { stages } from '../../pipeline/stages.ts';
import { executeStep, type StepWork } from '../../runs/execute-step.ts';
import { formatIndexPath, type MapPosition } from '../../runs/index-path.ts';
import { Resolver } from '../../runs/resolve.ts';
import type { RunObserver } from '../../runs/run-observer.ts';
import type { Worker } from '../../runs/worker.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { retryDelayMs, willRetry } from './retry.ts';

/** What walking a graph needs beside the worker. */
export interface Walk {
  /** Its signal is that of `stop`. */
  readonly worker: Worker;
  readonly run: RunRecord;
  readonly observer: RunObserver;
  readonly random: () => number;
  /** Rejects when the signal is aborted. */
  readonly sleep: (delayMs: number, signal: AbortSignal) => Promise<unknown>;
  /** Aborted by the first error: that ends the run, and with it all that is under way. */
  readonly stop: AbortController;
}

type Around = readonly MapPosition[];

/**
 * Runs the nodes of a graph in this process, stage by stage, as the compiled state machine does.
 * Throws the first error once everything under way has ended.
 */
export async function runGraph(walk: Walk, nodes: readonly GraphNode[], around: Around = []): Promise<void> {
  for (const stage of stages(nodes)) {
    const work = stage.filter((node) => node.kind !== 'when');
    const branches = stage.filter((node) => node.kind === 'when');
    await together(
      walk,
      work.map((node) => (node.kind === 'step' ? runStep(walk, node, around) : runMap(walk, node, around))),
    );
    for (const branch of branches) await runBranch(walk, branch, around);
  }
}

/** Waits for all to end; the first that fails stops the others, as in a Parallel or Map state. */
async function together({ stop }: Walk, work: readonly Promise<void>[]): Promise<void> {
  await Promise.all(work.map((one) => one.catch((error: unknown) => stop.abort(error))));
  stop.signal.throwIfAborted();
}

async function runStep(walk: Walk, node: StepNode, around: Around): Promise<void> {
  const work = { run: walk.run.id, step: node.id, index: formatIndexPath(around) };
  const { signal } = walk.stop;
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await attemptStep(walk, { ...work, attempt });
    } catch (error) {
      if (signal.aborted || !willRetry(error, attempt, node.policy)) throw error;
      await walk.sleep(retryDelayMs(attempt, node.policy.backoffMs, walk.random), signal);
    }
  }
}

async function attemptStep({ worker, observer }: Walk, work: StepWork): Promise<void> {
  const { run, step: node, attempt, index } = work;
  const key = `${node}${index}`;
  const started = { run, key, node, attempt };
  const progress: Progress = (done, total) => observer.stepProgressed(started, done, total);
  const openFile: Worker['openFile'] = async (reference) => tellReading(await worker.openFile(reference), progress);
  observer.stepStarted(started);
  try {
    observer.stepEnded(await executeStep({ ...worker, openFile, progress }, work));
  } catch (error) {
    const record = await worker.records.steps.get(run, key);
    if (record) observer.stepEnded(record);
    throw error;
  }
}

async function runBranch(walk: Walk, node: WhenNode, around: Around): Promise<void> {
  const source = await resolverOf(walk).resolve(node.condition, around);
  if (source.kind === 'value' && source.value === true) await runGraph(walk, node.body, around);
}

async function runMap(walk: Walk, node: MapNode, around: Around): Promise<void> {
  const source = await resolverOf(walk).resolve(node.items, around);
  const count = source.kind === 'artifact' ? source.reference.count! : 0; // a list has a count
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) {
      await runGraph(walk, node.body, [...around, { map: node.id, index }]);
    }
  };
  await together(walk, Array.from({ length: Math.min(node.concurrency, count) }, lane));
}

function resolverOf({ run, worker }: Walk): Resolver {
  return new Resolver(run, worker.manifest.nodes, (key) => worker.records.steps.get(run.id, key));
}
