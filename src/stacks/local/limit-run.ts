/** Longest that a timer of Node can wait. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** What ends a run that takes longer than its pipeline allows. */
export interface RunLimit {
  /** Throws when the time is over: of work that never yields to a timer, that is seen only afterwards. */
  readonly check: () => void;
  /** Whether this is what the run ended of. */
  readonly isReason: (error: unknown) => boolean;
  readonly release: () => void;
}

/** Stops a run when its time is over, until it is let go. */
export function limitRun(timeoutMs: number, stop: AbortController): RunLimit {
  const endMs = performance.now() + timeoutMs;
  const reason = new Error('the run took longer than its pipeline allows');
  let timer: NodeJS.Timeout;
  const wait = () => {
    const leftMs = endMs - performance.now();
    if (leftMs <= 0) stop.abort(reason);
    else timer = setTimeout(wait, Math.min(Math.ceil(leftMs), MAX_TIMER_MS));
  };
  wait();
  return {
    check: () => {
      if (performance.now() > endMs) throw reason;
    },
    isReason: (error) => error === reason,
    release: () => clearTimeout(timer),
  };
}
