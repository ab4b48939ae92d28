import { SluiceError } from '../errors/sluice-error.ts';
import type { RunStatus } from '../tracking/run-record.ts';

/** The error of work that was asked for in a run that has ended, or never began. */
export function notRunning({
  id,
  status,
}: {
  readonly id: string;
  readonly status?: RunStatus | undefined;
}): SluiceError {
  return new SluiceError({
    code: 'run.not-running',
    message: 'work was asked for in a run that is not running',
    seen: `${id}: ${status ?? 'unknown'}`,
    mend: 'start a new run: finished steps are reused',
  });
}
