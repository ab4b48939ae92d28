import type { SFNClient } from '@aws-sdk/client-sfn';
import { toErrorDocument } from '../../../errors/error-document.ts';
import { manifestOf } from '../../../pipeline/manifest.ts';
import { finishRun } from '../../../runs/finish.ts';
import { followRun } from '../../../runs/follow.ts';
import type { RunObserver } from '../../../runs/run-observer.ts';
import { startRun } from '../../../runs/start.ts';
import { stopRun } from '../../../runs/stop.ts';
import type { RecordStore } from '../../../tracking/record-store.ts';
import { isUnderWay } from '../../../tracking/rules/under-way.ts';
import type { FileReference, RunRecord, RunSource } from '../../../tracking/run-record.ts';
import type { Orchestrator, RunRequest } from '../../stack.ts';
import { endedExecution } from './ended-execution.ts';
import { finishExecution } from './finish-execution.ts';
import { startExecution } from './start-execution.ts';
import { executionArn, stopExecution } from './stop-execution.ts';

/** A pipeline as it is deployed. */
export interface DeployedPipeline {
  readonly stateMachineArn: string;
  /** Of the code that was deployed. */
  readonly source?: RunSource | undefined;
}

/** What running on Step Functions needs of the world. */
export interface OnStepFunctions {
  readonly stack: string;
  readonly records: RecordStore;
  readonly sfn: SFNClient;
  /** Throws `stack.other-version` where runs of this version are not to be started. */
  readonly checkVersion: () => void;
  readonly deployed: (pipeline: string) => Promise<DeployedPipeline>;
  readonly placeFile: (pipeline: string, parameter: string, pathOrUri: string) => Promise<FileReference>;
  readonly now: () => number;
  readonly sleep: (delayMs: number) => Promise<void>;
}

/**
 * Starts executions of deployed pipelines and follows them by their records. Throws `stack.not-deployed`,
 * `stack.other-version`, `aws.*`, and what starting a run and its records throw.
 */
export function stepFunctionsOrchestrator(place: OnStepFunctions): Orchestrator {
  return {
    async run(request, observer) {
      const { run, execution } = await start(place, request);
      return follow(place, execution, run, observer);
    },
    async start(request) {
      return (await start(place, request)).run;
    },
    async follow(run, observer, left) {
      return follow(place, await executionOf(place, run), run, observer, left);
    },
    async stop(run) {
      const execution = await executionOf(place, run);
      if (execution !== undefined) await stopExecution(place.sfn, execution);
      return stopRun(place.records, run.id, place.now());
    },
  };
}

async function start(place: OnStepFunctions, request: RunRequest): Promise<{ run: RunRecord; execution: string }> {
  const { pipeline, ...asked } = request;
  const { stack, records, now, sfn } = place;
  place.checkVersion();
  const { stateMachineArn, source } = await place.deployed(pipeline.name);
  const run = await startRun(
    {
      manifest: manifestOf(pipeline, {}), // the hashes of the code are those that were deployed
      stack,
      source,
      records,
      now,
      placeFile: (parameter, pathOrUri) => place.placeFile(pipeline.name, parameter, pathOrUri),
      stopExecution: ({ id }) => stopExecution(sfn, executionArn(stateMachineArn, id)),
    },
    { ...asked, trigger: { kind: 'command' } },
  );
  if (isUnderWay(run))
    await startExecution(sfn, stateMachineArn, run).catch((error: unknown) => giveUp(place, run, error));
  return { run, execution: executionArn(stateMachineArn, run.id) };
}

/** Nothing else would ever end a run that no execution stands behind. */
async function giveUp({ records, now }: OnStepFunctions, run: RunRecord, error: unknown): Promise<never> {
  await finishRun(records, run.id, { status: 'failed', endedAtMs: now(), error: toErrorDocument(error) });
  throw error;
}

/** Undefined of a run in process, behind which no execution stands. */
async function executionOf({ deployed }: OnStepFunctions, { id, pipeline, process }: RunRecord) {
  return process ? undefined : executionArn((await deployed(pipeline)).stateMachineArn, id);
}

function follow(
  place: OnStepFunctions,
  execution: string | undefined,
  run: RunRecord,
  observer: RunObserver,
  left?: AbortSignal,
): Promise<RunRecord> {
  const settle = async (current: RunRecord) =>
    execution === undefined ? current : settleRun(place, execution, current);
  return followRun({ records: place.records, sleep: place.sleep, settle, left }, run, observer);
}

/** How long the rule that ends runs may take before the follower does it; both come to the same. */
const PATIENCE_MS = 10_000;

async function settleRun(
  { sfn, records, now }: OnStepFunctions,
  execution: string,
  run: RunRecord,
): Promise<RunRecord> {
  if (!isUnderWay(run)) return run;
  const ended = await endedExecution(sfn, execution, run);
  if (!ended || now() - ended.stopDate < PATIENCE_MS) return run;
  return finishExecution(records, ended);
}
