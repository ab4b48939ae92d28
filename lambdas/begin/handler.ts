import type { Manifest } from '../../src/pipeline/manifest.ts';
import { checkPlan } from '../../src/runs/check-plan.ts';
import { takeTurn } from '../../src/runs/concurrency/take-turn.ts';
import { waitSeconds } from '../../src/runs/concurrency/wait-seconds.ts';
import { notRunning } from '../../src/runs/not-running.ts';
import { readRunInput } from '../../src/runs/run-input.ts';
import { startRun, type Starter } from '../../src/runs/start.ts';
import { openDeployedDoor } from '../../src/stacks/aws/deployed-door.ts';
import { stateError } from '../../src/stacks/aws/orchestrator/state-error.ts';
import { isUnderWay } from '../../src/tracking/rules/under-way.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';

/** The payload of the first state. */
export interface Begun {
  /** Name of the execution. */
  readonly run: string;
  /** Input of the execution; read only when nobody recorded the run before, as when it was started from the console. */
  readonly input: unknown;
  /** ISO 8601. */
  readonly startedAt: string;
}

/** What the first state answers to the others. */
interface BegunAnswer {
  readonly run: string;
  readonly scalars: Readonly<Record<string, unknown>>;
  /** Whether another run of the pipeline has to end first; it is to be asked again after so long. */
  readonly queued: boolean;
  readonly waitSeconds: number;
}

/** The first state of a pipeline's machine: makes sure of the run's record and brings its parameters in. */
export function beginHandler(
  manifest: Manifest,
  starter: Starter = openDeployedDoor(process.env, manifest),
): (begun: Begun) => Promise<BegunAnswer> {
  return async (begun) => {
    try {
      const run = await admit(starter, begun);
      const scalars = Object.entries(run.parameters).filter(([, value]) => typeof value !== 'object');
      return { run: run.id, scalars: Object.fromEntries(scalars), ...turnOf(run, starter.now()) };
    } catch (error) {
      throw stateError(error);
    }
  };
}

/** The run, let in where it is its turn. Throws `run.not-running` where it never will be, `run.other-plan`. */
async function admit(starter: Starter, begun: Begun): Promise<RunRecord> {
  const known = (await starter.records.runs.get(begun.run)) ?? (await startHere(starter, begun));
  checkPlan(known, starter.manifest);
  const run = known.status === 'queued' ? await takeTurn(starter, known) : known;
  if (isUnderWay(run)) return run;
  throw notRunning(run);
}

function turnOf({ status, startedAtMs }: RunRecord, nowMs: number): Pick<BegunAnswer, 'queued' | 'waitSeconds'> {
  const queued = status === 'queued';
  return { queued, waitSeconds: queued ? waitSeconds(nowMs - startedAtMs) : 0 };
}

async function startHere(starter: Starter, { run, input, startedAt }: Begun): Promise<RunRecord> {
  const { parameters, useCache, trigger = { kind: 'console' } } = readRunInput(input);
  return startRun({ ...starter, now: () => Date.parse(startedAt) }, { run, parameters, useCache, trigger });
}
