import { SluiceError } from '../errors/sluice-error.ts';

/**
 * Runs work under a signal that is aborted when its time is over or the outer signal is.
 * Throws `step.timed-out` (transient) or the outer signal's reason.
 * Work that never yields cannot be cut short in process, only judged afterwards.
 */
export async function withTimeout<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> {
  outer?.throwIfAborted();
  const begunMs = performance.now();
  const ended = new AbortController();
  const cut = Promise.withResolvers<never>();
  const handle = setTimeout(() => cut.reject(timedOut(timeoutMs)), timeoutMs);
  const stop = () => cut.reject(outer?.reason);
  outer?.addEventListener('abort', stop, { once: true });
  try {
    const signal = outer ? AbortSignal.any([ended.signal, outer]) : ended.signal;
    const result = await Promise.race([work(signal), cut.promise]);
    if (performance.now() - begunMs > timeoutMs) throw timedOut(timeoutMs); // it never yielded to the timer
    return result;
  } finally {
    ended.abort();
    clearTimeout(handle);
    outer?.removeEventListener('abort', stop);
  }
}

function timedOut(timeoutMs: number): SluiceError {
  return new SluiceError({
    code: 'step.timed-out',
    message: 'a step ran longer than its timeout',
    seen: `over ${timeoutMs} ms`,
    mend: "raise the step's timeoutMs, or give it less to do",
    retry: 'transient',
  });
}
