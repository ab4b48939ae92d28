const SHORTEST_SECONDS = 2;
const LONGEST_SECONDS = 300;

/**
 * How long an execution waits until it looks again whether it is its turn: a tenth of what it has waited, so that a day
 * takes a few hundred looks of nine events, and an execution may have 25,000.
 */
export function waitSeconds(waitedMs: number): number {
  return Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, Math.ceil(waitedMs / 10_000)));
}
