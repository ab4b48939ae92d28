import type { ErrorDocument } from '../../errors/sluice-error.ts';
import type { Manifest } from '../../pipeline/manifest.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { finishRun } from '../finish.ts';
import { joinQueue } from './join-queue.ts';

/** What a queued run's turn is decided by. */
export interface TurnPlace {
  readonly manifest: Pick<Manifest, 'concurrency'>;
  /** Of readers that end runs whose process died. */
  readonly records: RecordStore;
  readonly now: () => number;
  /** Ends what works elsewhere for a run that has ended; a process that does sees that in the records. */
  readonly stopExecution?: (run: RunRecord) => Promise<void>;
}

/**
 * Lets a queued run run, wait or end, as its pipeline's concurrency says; answers it as it then stands. Safe to repeat,
 * and to be repeated while it is still queued.
 */
export async function takeTurn(place: TurnPlace, run: RunRecord): Promise<RunRecord> {
  const { manifest, records } = place;
  const ahead = await joinQueue(records, run, { onlyFirst: manifest.concurrency === 'skip' });
  const [first] = ahead;
  if (!first) return records.runs.admit(run.id);
  if (manifest.concurrency === 'skip') return end(place, run, skippedFor(first));
  if (manifest.concurrency === 'replace') return replace(place, run, ahead);
  return run;
}

async function replace(place: TurnPlace, run: RunRecord, ahead: readonly RunRecord[]): Promise<RunRecord> {
  for (const other of ahead) {
    const ended = await end(place, other, replacedBy(run));
    await place.stopExecution?.(ended);
  }
  return place.records.runs.admit(run.id);
}

function end({ records, now }: TurnPlace, run: RunRecord, error: ErrorDocument): Promise<RunRecord> {
  return finishRun(records, run.id, { status: 'stopped', endedAtMs: now(), error });
}

function skippedFor({ id }: RunRecord): ErrorDocument {
  return {
    code: 'run.skipped',
    message: 'another run of this pipeline was under way, and its pipeline skips runs then',
    seen: `run ${id}`,
    mend: "run it again when that has ended, or give the pipeline another `concurrency`, as 'queue'",
  };
}

function replacedBy({ id }: RunRecord): ErrorDocument {
  return {
    code: 'run.replaced',
    message: 'a newer run of this pipeline took the place of this one',
    seen: `run ${id}`,
    mend: 'nothing: the newer run decides; `sluice run --resume RUN` goes on with this one',
  };
}
