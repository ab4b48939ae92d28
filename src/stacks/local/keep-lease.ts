import { LEASE_MS } from '../../runs/lease.ts';
import type { RecordStore } from '../../tracking/record-store.ts';

/** How often a run says that it lives, and looks whether it was ended from elsewhere. */
export const RENEW_MS = 1_000;

/** Renews a run's lease until it is let go; stops the run when it was ended from elsewhere or cannot be renewed. */
export function keepLease({ runs }: RecordStore, run: string, now: () => number, stop: AbortController): () => void {
  const renew = async () => {
    if (!(await runs.renewLease(run, now() + LEASE_MS))) stop.abort(endedElsewhere());
  };
  const timer = setInterval(() => void renew().catch((error: unknown) => stop.abort(error)), RENEW_MS);
  return () => clearInterval(timer);
}

/** What ends the work of a run that has its end already. */
export function endedElsewhere(): Error {
  return new Error('the run was ended from elsewhere');
}
