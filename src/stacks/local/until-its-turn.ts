import { setTimeout as wait } from 'node:timers/promises';
import { takeTurn, type TurnPlace } from '../../runs/concurrency/take-turn.ts';
import type { RunRecord } from '../../tracking/run-record.ts';

const LOOK_MS = 200;

/** Waits until a queued run may run, and answers it as it then stands. Throws why the signal is aborted. */
export async function untilItsTurn(place: TurnPlace, run: RunRecord, signal: AbortSignal): Promise<RunRecord> {
  let current = run;
  while (current.status === 'queued') {
    await wait(LOOK_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    current = await takeTurn(place, current);
  }
  return current;
}
