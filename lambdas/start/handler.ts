import { toErrorDocument } from '../../src/errors/error-document.ts';
import type { Manifest } from '../../src/pipeline/manifest.ts';
import { finishRun } from '../../src/runs/finish.ts';
import { isPermanent } from '../../src/runs/is-permanent.ts';
import { newRunId } from '../../src/runs/record-run.ts';
import { refuseRun } from '../../src/runs/refuse-run.ts';
import { readRunInput, type RunInput } from '../../src/runs/run-input.ts';
import { startRun, type Starter } from '../../src/runs/start.ts';
import { openDeployedDoor } from '../../src/stacks/aws/deployed-door.ts';
import { deployedExecutions } from '../../src/stacks/aws/orchestrator/deployed-executions.ts';
import { isUnderWay } from '../../src/tracking/rules/under-way.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';

/** How long EventBridge may deliver an event again, and Lambda try it. */
const REPEATS_MS = 2 * 86_400_000;

/** Lambda tries an event again one minute later, and two after that, and then no more (its guide: asynchronous invocation). */
const LAST_TRY_MS = 2 * 60_000;

type Started = Pick<RunRecord, 'id' | 'status' | 'error'>;

/** The door in for rules and commands: one run an event. What can never start becomes a failed run that says why. */
export function startHandler(
  manifest: Manifest,
  starter: Starter = openDeployedDoor(process.env, manifest),
  startExecution: (run: RunRecord) => Promise<void> = deployedExecutions(process.env),
): (input: unknown, context: { readonly awsRequestId: string }) => Promise<Started> {
  return async (input, { awsRequestId }) => {
    const asked = readOrRefuse(input);
    const id = await claim(starter, asked.event ?? awsRequestId);
    const run = (await starter.records.runs.get(id)) ?? (await startOrRefuse(starter, id, asked));
    const { status, error } = isUnderWay(run) ? await execute(starter, run, startExecution) : run;
    return { id, status, ...(error ? { error } : {}) };
  };
}

type Asked = RunInput & { readonly refusal?: unknown };

function readOrRefuse(input: unknown): Asked {
  try {
    return readRunInput(input);
  } catch (refusal) {
    return { parameters: {}, useCache: true, refusal };
  }
}

/** The run of an event, in its pipeline: made up at its first delivery. */
async function claim({ records, manifest, now }: Starter, event: string): Promise<string> {
  const atMs = now();
  const key = `${manifest.pipeline}/${event}`;
  return (await records.triggers.claim(key, newRunId(), atMs + REPEATS_MS, atMs)).run;
}

async function startOrRefuse(starter: Starter, run: string, asked: Asked): Promise<RunRecord> {
  const { parameters, useCache, trigger = { kind: 'event', source: 'aws.lambda' }, refusal } = asked;
  const request = { run, parameters, useCache, trigger };
  if (refusal) return refuseRun(starter, request, refusal);
  try {
    return await startRun(starter, request);
  } catch (error) {
    if (!isPermanent(error)) throw error; // Lambda tries again
    return refuseRun(starter, request, error);
  }
}

/** Nothing else would ever end a run that no execution stands behind; what may pass is tried again while Lambda does. */
async function execute(
  { records, now }: Starter,
  run: RunRecord,
  startExecution: (run: RunRecord) => Promise<void>,
): Promise<RunRecord> {
  try {
    await startExecution(run);
    return run;
  } catch (error) {
    if (!isPermanent(error) && now() - run.startedAtMs < LAST_TRY_MS) throw error;
    return finishRun(records, run.id, { status: 'failed', endedAtMs: now(), error: toErrorDocument(error) });
  }
}
