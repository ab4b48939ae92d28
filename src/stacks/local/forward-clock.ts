/** A clock that stands still while that of the system is set back, so that nothing ends before it began. */
export function forwardClock(systemNow: () => number): () => number {
  let latestMs = Number.NEGATIVE_INFINITY;
  return () => {
    latestMs = Math.max(latestMs, systemNow());
    return latestMs;
  };
}
