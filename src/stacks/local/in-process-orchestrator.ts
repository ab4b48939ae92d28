import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { SourceFile } from '../../data/source-file.ts';
import { toErrorDocument } from '../../errors/error-document.ts';
import { findStepFiles } from '../../pipeline/code/step-files.ts';
import { hashSteps } from '../../pipeline/code/hash-steps.ts';
import { manifestOf, type Manifest } from '../../pipeline/manifest.ts';
import type { Pipeline } from '../../pipeline/pipeline.ts';
import { finishRun } from '../../runs/finish.ts';
import { LEASE_MS } from '../../runs/lease.ts';
import type { RunObserver } from '../../runs/run-observer.ts';
import { startRun } from '../../runs/start.ts';
import { stopRun } from '../../runs/stop.ts';
import type { Worker } from '../../runs/worker.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { FileReference, RunEnding, RunRecord } from '../../tracking/run-record.ts';
import type { Orchestrator, RunRequest } from '../stack.ts';
import { keepLease } from './keep-lease.ts';
import { localPath } from './local-path.ts';
import { localSourceFile, openLocalSourceFile } from './local-source-file.ts';
import { runGraph } from './run-graph.ts';
import { isStopped, stopWhenInterrupted } from './stop-when-interrupted.ts';

/** Longest that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What running in process needs of the world. */
export interface InProcess {
  readonly stack: string;
  /** Folder of `package-lock.json`. */
  readonly root: string;
  /** Folder with one folder a pipeline. */
  readonly pipelines: string;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  /** This process. */
  readonly process: NonNullable<RunRecord['process']>;
  readonly now: () => number;
  readonly random: () => number;
}

/** Runs pipelines in this process, one run at a time a call. */
export function inProcessOrchestrator(place: InProcess): Orchestrator {
  const interrupted = new AbortController();
  return {
    run: (request, observer) => runInProcess(place, request, observer, interrupted.signal),
    stop: ({ id }) => stopRun(place.records, id, place.now()),
    interrupt: () => interrupted.abort(),
  };
}

async function runInProcess(
  place: InProcess,
  request: RunRequest,
  observer: RunObserver,
  interrupted: AbortSignal,
): Promise<RunRecord> {
  const { pipeline, ...asked } = request;
  const manifest = await localManifest(place, pipeline);
  const { stack, records, now, process } = place;
  const run = await startRun(
    { manifest, stack, records, now, placeFile: (_parameter, path) => placeLocalFile(path) },
    { ...asked, trigger: { kind: 'command' }, lease: { leaseUntilMs: now() + LEASE_MS, process } },
  );
  observer.runStarted(run);
  const ending = await runToEnd(place, pipeline, manifest, run, observer, interrupted);
  const ended = await finishRun(records, run.id, ending);
  observer.runEnded(ended);
  return ended;
}

async function localManifest({ root, pipelines }: InProcess, pipeline: Pipeline): Promise<Manifest> {
  const files = await findStepFiles(join(pipelines, pipeline.name), pipeline.steps);
  return manifestOf(pipeline, await hashSteps(root, pipeline.steps, files));
}

async function runToEnd(
  { records, artifacts, now, random }: InProcess,
  { steps }: Pipeline,
  manifest: Manifest,
  run: RunRecord,
  observer: RunObserver,
  interrupted: AbortSignal,
): Promise<RunEnding> {
  const stop = new AbortController();
  const timedOut = new Error('the run ran longer than its pipeline allows');
  const timer = setTimeout(() => stop.abort(timedOut), Math.min(manifest.timeoutMs, MAX_TIMER_MS));
  const releaseLease = keepLease(records, run.id, now, stop);
  const forget = stopWhenInterrupted(interrupted, stop);
  const worker: Worker = { manifest, steps, records, artifacts, openFile, now, signal: stop.signal };
  try {
    await runGraph({ worker, run, observer, random, stop, sleep }, manifest.nodes);
    return { status: 'completed', endedAtMs: now() };
  } catch (error) {
    if (error === timedOut) return { status: 'timed-out', endedAtMs: now() };
    return { status: isStopped(error) ? 'stopped' : 'failed', endedAtMs: now(), error: toErrorDocument(error) };
  } finally {
    forget();
    clearTimeout(timer);
    releaseLease();
  }
}

function sleep(delayMs: number, signal: AbortSignal): Promise<void> {
  return wait(delayMs, undefined, { signal });
}

async function placeLocalFile(pathOrUri: string): Promise<FileReference> {
  const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(localPath(pathOrUri));
  return { file: { name, uri, sha256, sizeBytes } };
}

async function openFile({ file }: FileReference): Promise<SourceFile> {
  return localSourceFile(file);
}
