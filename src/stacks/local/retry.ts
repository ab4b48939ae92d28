import type { Policy } from '../../pipeline/policy.ts';
import { isPermanent } from '../../runs/is-permanent.ts';

const MAX_DELAY_MS = 60_000;

/** Whether a failed attempt (counted from 0) is followed by another. */
export function willRetry(error: unknown, attempt: number, policy: Policy): boolean {
  return !isPermanent(error) && attempt < policy.retries;
}

/** The wait before the next attempt: exponential with full jitter, as the compiled retriers. */
export function retryDelayMs(attempt: number, backoffMs: number, random: () => number): number {
  return random() * Math.min(MAX_DELAY_MS, backoffMs * 2 ** attempt);
}
