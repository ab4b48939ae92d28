import type { Manifest } from '../../src/pipeline/manifest.ts';
import { takeTurn } from '../../src/runs/concurrency/take-turn.ts';
import { stillQueued } from '../../src/runs/concurrency/still-queued.ts';
import { notRunning } from '../../src/runs/not-running.ts';
import { readRunInput } from '../../src/runs/run-input.ts';
import { startRun, type Starter } from '../../src/runs/start.ts';
import { openDeployedDoor } from '../../src/stacks/aws/deployed-door.ts';
import { stateError } from '../../src/stacks/aws/orchestrator/state-error.ts';
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

/** The first state of a pipeline's machine: makes sure of the run's record and brings its parameters in. */
export function beginHandler(
  manifest: Manifest,
  starter: Starter = openDeployedDoor(process.env, manifest),
): (begun: Begun) => Promise<{ run: string; scalars: object }> {
  return async (begun) => {
    try {
      const { id, parameters } = await untilAdmitted(starter, begun);
      const scalars = Object.entries(parameters).filter(([, value]) => typeof value !== 'object');
      return { run: id, scalars: Object.fromEntries(scalars) };
    } catch (error) {
      throw stateError(error);
    }
  };
}

/** The run once it may run; throws `run.queued` while it may not yet, `run.not-running` when it never will. */
async function untilAdmitted(starter: Starter, begun: Begun): Promise<RunRecord> {
  const known = (await starter.records.runs.get(begun.run)) ?? (await startHere(starter, begun));
  const run = known.status === 'queued' ? await takeTurn(starter, known) : known;
  if (run.status === 'queued') throw stillQueued(run.id);
  if (run.status !== 'running') throw notRunning(run);
  return run;
}

async function startHere(starter: Starter, { run, input, startedAt }: Begun): Promise<RunRecord> {
  const { parameters, useCache, trigger = { kind: 'console' } } = readRunInput(input);
  return startRun({ ...starter, now: () => Date.parse(startedAt) }, { run, parameters, useCache, trigger });
}
