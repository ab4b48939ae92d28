import { isUnderWay } from '../tracking/rules/under-way.ts';
import type { RunRecord } from '../tracking/run-record.ts';

/** How long a run in process may be silent: longer than any step may compute without letting its lease be renewed. */
export const LEASE_MS = 960_000;

/** What a process knows of the processes around it. */
export interface Surroundings {
  readonly now: () => number;
  readonly host: string;
  readonly isAlive: (pid: number) => boolean;
}

/** Whether a run's process is gone: at once when it was on this host, otherwise when its lease is over. */
export function isDead(run: RunRecord, { now, host, isAlive }: Surroundings): boolean {
  if (!isUnderWay(run) || run.leaseUntilMs === undefined) return false;
  const gone = run.process?.host === host && !isAlive(run.process.pid);
  return gone || run.leaseUntilMs <= now();
}
