import type { RunRecord } from '../run-record.ts';
import { inverseTime } from './inverse-time.ts';

const inverseTimeLength = 14;

/** Where a run stands among its experiment's: newest first, ties by id. */
export function encodeRunPosition(run: RunRecord): string {
  return `${inverseTime(run.startedAtMs)}#${run.id}`;
}

/** The id of the run at a position. */
export function runAt(position: string): string {
  return position.slice(inverseTimeLength + 1);
}
