import { isPermanent } from '../../runs/is-permanent.ts';
import { LEASE_MS } from '../../runs/lease.ts';
import type { RecordStore } from '../../tracking/record-store.ts';

/** How often a run says that it lives, and looks whether it was ended from elsewhere. */
export const RENEW_MS = 1_000;

/**
 * Renews a run's lease until it is let go; stops the run when it was ended from elsewhere or cannot be renewed. What may
 * pass is tried again for as long as the lease is good: nobody takes the run for dead before.
 */
export function keepLease({ runs }: RecordStore, run: string, now: () => number, stop: AbortController): () => void {
  let untilMs = now() + LEASE_MS;
  let isRenewing = false;
  const renew = async () => {
    const renewedUntilMs = now() + LEASE_MS;
    if (await runs.renewLease(run, renewedUntilMs)) untilMs = renewedUntilMs;
    else stop.abort(endedElsewhere());
  };
  const renewOnce = async () => {
    if (isRenewing) return;
    isRenewing = true;
    await renew().catch((error: unknown) => {
      if (isPermanent(error) || now() >= untilMs) stop.abort(error);
    });
    isRenewing = false;
  };
  const timer = setInterval(() => void renewOnce(), RENEW_MS);
  return () => clearInterval(timer);
}

/** What ends the work of a run that has its end already. */
export function endedElsewhere(): Error {
  return new Error('the run was ended from elsewhere');
}
