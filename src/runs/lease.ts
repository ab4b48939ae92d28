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
export function isDead(run: RunRecord, surroundings: Surroundings): boolean {
  if (!isUnderWay(run) || run.leaseUntilMs === undefined) return false;
  return isGone(run, surroundings) || run.leaseUntilMs <= surroundings.now();
}

/** Whether a run seems dead by its lease alone, and may only have slept: a process of its number lives on this host. */
export function mayHaveSlept(run: RunRecord, surroundings: Surroundings): boolean {
  return run.process?.host === surroundings.host && isDead(run, surroundings) && !isGone(run, surroundings);
}

function isGone({ process }: RunRecord, { host, isAlive }: Surroundings): boolean {
  return process?.host === host && !isAlive(process.pid);
}
