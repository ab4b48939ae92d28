import type { RecordStore } from '../tracking/record-store.ts';
import { isUnderWay } from '../tracking/rules/under-way.ts';
import { unknownRun } from '../tracking/rules/unknown-run.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import type { RunObserver } from './run-observer.ts';

/** What following a run needs of the world. */
export interface Follower {
  readonly records: RecordStore;
  readonly sleep: (delayMs: number) => Promise<void>;
  /** Ends the record of a run whose execution ended without telling; called at each look. */
  readonly settle: (run: RunRecord) => Promise<RunRecord>;
  /** Aborted when it is to be followed no more. */
  readonly left?: AbortSignal | undefined;
}

const POLL_MS = 400;

/** Tells the observer of a run that goes on elsewhere, from its records, until it has ended or is left. Throws `run.unknown`. */
export async function followRun(follower: Follower, run: RunRecord, observer: RunObserver): Promise<RunRecord> {
  observer.runStarted(run);
  const seen = new Map<string, StepRecord>();
  for (let current = run; ; current = await look(follower, run.id)) {
    // the run first, then its steps: when it has ended, all of them are there
    const steps = await follower.records.steps.list(run.id);
    for (const step of steps.toSorted(byLastChange)) tell(observer, seen, step);
    if (!isUnderWay(current) || follower.left?.aborted) {
      observer.runEnded(current);
      return current;
    }
    await follower.sleep(POLL_MS);
  }
}

/** Steps that ended before those under way, each in the order of time: records are listed by name. */
function byLastChange(one: StepRecord, other: StepRecord): number {
  return (one.endedAtMs ?? Infinity) - (other.endedAtMs ?? Infinity) || one.startedAtMs - other.startedAtMs;
}

async function look({ records, settle }: Follower, id: string): Promise<RunRecord> {
  const run = await records.runs.get(id);
  if (!run) throw unknownRun(id);
  return settle(run);
}

function tell(observer: RunObserver, seen: Map<string, StepRecord>, step: StepRecord): void {
  const before = seen.get(step.key);
  if (before?.status === step.status && before.attempt === step.attempt) return;
  seen.set(step.key, step);
  if (before?.attempt !== step.attempt) observer.stepStarted(step);
  if (step.status !== 'running') observer.stepEnded(step);
}
