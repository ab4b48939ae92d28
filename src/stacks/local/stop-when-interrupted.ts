import { SluiceError } from '../../errors/sluice-error.ts';

/** Stops a run with `run.stopped` when its process is interrupted, until it is let go. */
export function stopWhenInterrupted(interrupted: AbortSignal, stop: AbortController): () => void {
  const act = () => stop.abort(stopped());
  if (interrupted.aborted) act();
  interrupted.addEventListener('abort', act, { once: true });
  return () => interrupted.removeEventListener('abort', act);
}

/** Whether a run ended because it was stopped. */
export function isStopped(error: unknown): boolean {
  return SluiceError.is(error) && error.code === 'run.stopped';
}

function stopped(): SluiceError {
  return new SluiceError({
    code: 'run.stopped',
    message: 'the run was stopped',
    mend: 'run it again, or go on with it by `sluice run --resume RUN`: finished steps are reused',
  });
}
