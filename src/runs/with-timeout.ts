import { SluiceError } from '../errors/sluice-error.ts';

/**
 * Runs work under a signal that is aborted when its time is over or the outer signal is.
 * Throws `step.timed-out` (transient). Work that never yields cannot be cut short in process, only judged afterwards.
 */
export async function withTimeout<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T> | T,
): Promise<T> {
  const ended = new AbortController();
  const timer = Promise.withResolvers<never>();
  const handle = setTimeout(() => timer.reject(timedOut(timeoutMs)), timeoutMs);
  const stop = () => timer.reject(stopped());
  outer?.addEventListener('abort', stop, { once: true });
  try {
    const signal = outer ? AbortSignal.any([ended.signal, outer]) : ended.signal;
    return await Promise.race([work(signal), timer.promise]);
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

function stopped(): SluiceError {
  return new SluiceError({
    code: 'run.stopped',
    message: 'the run was stopped',
    mend: 'start it again: finished steps are reused',
  });
}
