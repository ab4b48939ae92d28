import { fromErrorDocument } from '../../errors/error-document.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { STOPPED } from '../../runs/stop.ts';

/** Stops a run with `run.stopped` when its process is interrupted, until it is let go. */
export function stopWhenInterrupted(interrupted: AbortSignal, stop: AbortController): () => void {
  const act = () => stop.abort(fromErrorDocument(STOPPED));
  if (interrupted.aborted) act();
  interrupted.addEventListener('abort', act, { once: true });
  return () => interrupted.removeEventListener('abort', act);
}

/** Whether a run ended because it was stopped. */
export function isStopped(error: unknown): boolean {
  return SluiceError.is(error) && error.code === STOPPED.code;
}
