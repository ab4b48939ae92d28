import { join } from 'node:path';
import { emitWarning } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { toErrorDocument } from '../../errors/error-document.ts';
import { findStepFiles } from '../../pipeline/code/step-files.ts';
import type { HashMemory } from '../../pipeline/code/hash-memory.ts';
import { hashSteps } from '../../pipeline/code/hash-steps.ts';
import { manifestOf, type Manifest } from '../../pipeline/manifest.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { finishRun } from '../../runs/finish.ts';
import { LEASE_MS } from '../../runs/lease.ts';
import { keepLines } from '../../runs/printed/keep-lines.ts';
import type { PrintedLine } from '../../runs/printed/printed-line.ts';
import type { RunObserver } from '../../runs/run-observer.ts';
import { checkVariables, type VariableReader } from '../../runs/variables/read-variables.ts';
import { startRun, type Starter } from '../../runs/start.ts';
import type { Worker } from '../../runs/worker.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { RunEnding, RunRecord, RunSource } from '../../tracking/run-record.ts';
import type { ParameterFiles } from '../parameter-files.ts';
import type { RunRequest } from '../stack.ts';
import { endDeadRuns } from './end-dead-runs.ts';
import { isProcessAlive } from './is-process-alive.ts';
import { endedElsewhere, keepLease } from './keep-lease.ts';
import { limitRun, type RunLimit } from './limit-run.ts';
import { runGraph } from './run-graph.ts';
import { isStopped, stopWhenInterrupted } from './stop-when-interrupted.ts';
import { untilItsTurn } from './until-its-turn.ts';

/** What running in process needs of the world. */
export interface InProcess {
  readonly stack: string;
  /** Folder of `package-lock.json`. */
  readonly root: string;
  /** Spares hashing code that did not change. */
  readonly codeMemory: HashMemory;
  /** Folder with one folder a pipeline. */
  readonly pipelines: string;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly files: ParameterFiles;
  /** Finds secrets and configuration of steps, as in the environment. */
  readonly readVariable: VariableReader;
  /** Of the code in `pipelines`. */
  readonly readSource: () => Promise<RunSource | undefined>;
  /** This process. */
  readonly process: NonNullable<RunRecord['process']>;
  readonly now: () => number;
  readonly random: () => number;
}

/** Runs a pipeline in this process to its end; its steps give up when `interrupted`. Throws what starting a run throws. */
export async function runInProcess(
  place: InProcess,
  request: RunRequest,
  observer: RunObserver,
  interrupted: AbortSignal,
): Promise<RunRecord> {
  const { pipeline, ...asked } = request;
  const [manifest, source] = await Promise.all([localManifest(place, pipeline), place.readSource()]);
  const { records, now, process } = place;
  await checkVariables(manifest.nodes, place.readVariable);
  const starter = localDoor(place, manifest, source);
  const run = await startRun(starter, {
    ...asked,
    trigger: { kind: 'command' },
    lease: { leaseUntilMs: now() + LEASE_MS, process },
  });
  observer.runStarted(run);
  const work = () => runToEnd(place, pipeline, starter, run, observer, interrupted);
  const ended = isUnderWay(run) ? await finishRun(records, run.id, await work()) : run;
  observer.runEnded(ended);
  return ended;
}

function localDoor(
  { stack, records, files, now, process: { host } }: InProcess,
  manifest: Manifest,
  source: RunSource | undefined,
): Starter {
  return {
    manifest,
    stack,
    source,
    records: endDeadRuns(records, { now, host, isAlive: isProcessAlive }), // the dead are not waited for
    now,
    placeFile: (parameter, path) => files.place(manifest.pipeline, parameter, path),
  };
}

async function localManifest({ root, pipelines, codeMemory }: InProcess, pipeline: Pipeline): Promise<Manifest> {
  const files = await findStepFiles(join(pipelines, pipeline.name), pipeline.steps);
  return manifestOf(pipeline, await hashSteps(root, pipeline.steps, files, codeMemory));
}

async function runToEnd(
  place: InProcess,
  { steps }: Pipeline,
  starter: Starter,
  run: RunRecord,
  observer: RunObserver,
  interrupted: AbortSignal,
): Promise<RunEnding> {
  const { records, artifacts, now, random } = place;
  const { manifest } = starter;
  const stop = new AbortController();
  const limit = limitRun(manifest.timeoutMs, stop);
  const releaseLease = keepLease(records, run.id, now, stop);
  const forget = stopWhenInterrupted(interrupted, stop);
  const printed = keepLines(artifacts, run.id);
  const print = (line: PrintedLine) => {
    printed.print(line);
    observer.stepPrinted(line);
  };
  const worker = { ...workerOf(place), manifest, steps, print, signal: stop.signal };
  const work = async () => {
    const { status } = await untilItsTurn(starter, run, stop.signal);
    if (status !== 'running') throw endedElsewhere();
    await runGraph({ worker, run, observer, random, stop, sleep }, manifest.nodes);
  };
  try {
    return await endingOf(work, limit, now);
  } finally {
    forget();
    limit.release();
    releaseLease();
    await printed.close().catch(warnOfLostLines);
  }
}

/** What the work of every run in this process has. */
function workerOf({ records, artifacts, files, readVariable, now }: InProcess): Omit<Worker, 'manifest' | 'steps'> {
  return { records, artifacts, openFile: files.open, readVariable, now };
}

async function endingOf(work: () => Promise<void>, limit: RunLimit, now: () => number): Promise<RunEnding> {
  try {
    await work();
    limit.check();
    return { status: 'completed', endedAtMs: now() };
  } catch (error) {
    if (limit.isReason(error)) return { status: 'timed-out', endedAtMs: now() };
    return { status: isStopped(error) ? 'stopped' : 'failed', endedAtMs: now(), error: toErrorDocument(error) };
  }
}

/** A run is none the worse for it: its results are in the records. */
function warnOfLostLines(error: Error): void {
  emitWarning(`what the steps printed could not be kept: ${error.message}`);
}

function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return wait(delayMs, undefined, { signal });
}
