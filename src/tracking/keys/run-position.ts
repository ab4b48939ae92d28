import type { RunRecord } from '../run-record.ts';
import { inverseTime } from './inverse-time.ts';

/** Where a run stands among its experiment's: newest first, ties by id. */
export function encodeRunPosition(run: RunRecord): string {
  return `${inverseTime(run.startedAtMs)}#${run.id}`;
}
