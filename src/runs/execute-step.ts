import { toErrorDocument } from '../errors/error-document.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { stepNodes, type StepNode } from '../pipeline/graph.ts';
import type { Manifest } from '../pipeline/manifest.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import { prepareAttempt } from './attempt.ts';
import { standing } from './commit.ts';
import { ABANDONED } from './abandoned.ts';
import { notRunning } from './not-running.ts';
import { parseIndexPath } from './index-path.ts';
import { perform } from './perform.ts';
import { reuse } from './reuse.ts';
import type { Worker } from './worker.ts';
import { writeLog } from './write-log.ts';

/** What names one piece of work: the payload of a task. */
export interface StepWork {
  readonly run: string;
  /** Node id. */
  readonly step: string;
  readonly attempt: number;
  /** The maps around the node with their items, `@folds#3`; '' for none. */
  readonly index: string;
}

/**
 * Does one attempt of one step: resolve, reuse or run, store, record. The one worker of every stack.
 * Answers the record that stands. A failed attempt is recorded and its error thrown on.
 * Repeating work that is done already answers what it gave; throws `step.superseded` when a later attempt took over,
 * `run.not-running`, `step.unknown`.
 */
export async function executeStep(worker: Worker, work: StepWork): Promise<StepRecord> {
  const { run, node } = await findWork(worker, work);
  const record = startRecord(work, node, worker.now());
  const begun = await worker.records.steps.begin(record);
  if (begun.state === 'superseded') return repeated(worker, begun.by);
  try {
    const attempt = await prepareAttempt(worker, { run, node, record }, parseIndexPath(work.index));
    const reused = await reuse(worker, attempt);
    return typeof reused === 'string' ? await perform(worker, attempt, reused) : reused;
  } catch (error) {
    await recordFailure(worker, record, error);
    throw error;
  }
}

/** Work that is done already, by an attempt that may have been cut off before its log was written. */
async function repeated({ records }: Worker, by: StepRecord): Promise<StepRecord> {
  const done = standing(by);
  await writeLog(records, done);
  return done;
}

/** Never throws: what the step failed of matters more. The end of its run closes a record that stays open. */
async function recordFailure({ records, now, signal }: Worker, record: StepRecord, thrown: unknown): Promise<void> {
  const error = signal?.aborted ? ABANDONED : toErrorDocument(thrown);
  await records.steps.commit({ ...record, status: 'failed', endedAtMs: now(), error }).catch(() => false);
}

async function findWork({ records, manifest }: Worker, work: StepWork): Promise<{ run: RunRecord; node: StepNode }> {
  const run = await records.runs.get(work.run);
  if (run?.status !== 'running') throw notRunning({ id: work.run, status: run?.status });
  const node = stepNodes(manifest.nodes).find(({ id }) => id === work.step);
  if (!node) throw unknownNode(work.step, manifest);
  return { run, node };
}

function startRecord({ run, index, attempt }: StepWork, node: StepNode, startedAtMs: number): StepRecord {
  const { id, step } = node;
  return { v: 1, run, key: `${id}${index}`, node: id, step, status: 'running', attempt, startedAtMs };
}

function unknownNode(node: string, manifest: Manifest): SluiceError {
  return new SluiceError({
    code: 'step.unknown',
    message: 'a step was asked for that the pipeline does not have',
    seen: node,
    allowed: stepNodes(manifest.nodes)
      .map(({ id }) => id)
      .join(', '),
    mend: 'deploy the pipeline again: the state machine and the functions are of different versions',
  });
}
