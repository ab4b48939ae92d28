import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import type { SourceFile } from '../../data/source-file.ts';
import { toErrorDocument } from '../../errors/error-document.ts';
import { findStepFiles } from '../../pipeline/code/step-files.ts';
import { hashSteps } from '../../pipeline/code/hash-steps.ts';
import { manifestOf, type Manifest } from '../../pipeline/manifest.ts';
import type { Worker } from '../../runs/execute-step.ts';
import { finishRun } from '../../runs/finish.ts';
import type { RunObserver } from '../../runs/run-observer.ts';
import { startRun } from '../../runs/start.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { FileReference, RunEnding, RunRecord } from '../../tracking/run-record.ts';
import type { Orchestrator, RunRequest } from '../stack.ts';
import { localSourceFile, openLocalSourceFile } from './local-source-file.ts';
import { runGraph } from './run-graph.ts';

/** How long a run in process may be silent before it is taken for dead. */
const LEASE_MS = 15_000;

/** What running in process needs of the world. */
export interface InProcess {
  readonly stack: string;
  /** Folder of `package-lock.json`. */
  readonly root: string;
  /** Folder with one folder a pipeline. */
  readonly pipelines: string;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  readonly now: () => number;
  readonly random: () => number;
}

/** Runs pipelines in this process, one run at a time a call. */
export function inProcessOrchestrator(place: InProcess): Orchestrator {
  return { run: (request, observer) => runInProcess(place, request, observer) };
}

async function runInProcess(place: InProcess, request: RunRequest, observer: RunObserver): Promise<RunRecord> {
  const { pipeline } = request;
  const { stack, records, now } = place;
  const files = await findStepFiles(`${place.pipelines}/${pipeline.name}`, pipeline.steps);
  const manifest = manifestOf(pipeline, await hashSteps(place.root, pipeline.steps, files));
  const run = await startRun(
    { manifest, stack, records, now, placeFile: (_parameter, path) => placeLocalFile(path) },
    { ...request, trigger: { kind: 'command' }, leaseUntilMs: now() + LEASE_MS },
  );
  observer.runStarted(run);
  const ended = await withLease(place, run.id, (signal) => walk(place, request, manifest, run, observer, signal));
  observer.runEnded(ended);
  return ended;
}

async function walk(
  place: InProcess,
  { pipeline }: RunRequest,
  manifest: Manifest,
  run: RunRecord,
  observer: RunObserver,
  signal: AbortSignal,
): Promise<RunRecord> {
  const { records, artifacts, now, random } = place;
  const worker: Worker = { manifest, steps: pipeline.steps, records, artifacts, openFile, now, signal };
  const ending = await runGraph(
    { worker, run, observer, random, sleep: (delayMs) => sleep(delayMs) },
    manifest.nodes,
  ).then(
    (): RunEnding => ({ status: 'completed', endedAtMs: now() }),
    (error: unknown): RunEnding => ({ status: 'failed', endedAtMs: now(), error: toErrorDocument(error) }),
  );
  return finishRun(records, run.id, ending);
}

/** Keeps the run's lease while it works; a run that was ended from elsewhere is stopped. */
async function withLease<T>(
  { records, now }: InProcess,
  run: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const renew = async () => {
    if (!(await records.runs.renewLease(run, now() + LEASE_MS))) stop.abort();
  };
  const timer = setInterval(() => void renew().catch((error: unknown) => stop.abort(error)), LEASE_MS / 3);
  try {
    return await work(stop.signal);
  } finally {
    clearInterval(timer);
  }
}

async function placeLocalFile(pathOrUri: string): Promise<FileReference> {
  const path = pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : pathOrUri;
  const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(path);
  return { file: { name, uri, sha256, sizeBytes } };
}

async function openFile({ file }: FileReference): Promise<SourceFile> {
  return localSourceFile(file);
}
