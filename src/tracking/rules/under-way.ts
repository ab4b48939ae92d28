import type { RunRecord, RunStatus } from '../run-record.ts';

/** What a run is that has not ended. */
export const UNDER_WAY = ['queued', 'running'] as const satisfies readonly RunStatus[];

/** Whether a run has not ended yet. */
export function isUnderWay({ status }: Pick<RunRecord, 'status'>): boolean {
  return (UNDER_WAY as readonly RunStatus[]).includes(status);
}
