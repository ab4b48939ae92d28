import { SluiceError } from '../../errors/sluice-error.ts';

/** What the first state of a machine is told while its run waits its turn: to come again. */
export function stillQueued(run: string): SluiceError {
  return new SluiceError({
    code: 'run.queued',
    message: 'the run waits until no other of its pipeline is under way',
    seen: run,
    mend: 'nothing: it begins by itself; `sluice stop RUN` takes it out of the queue',
    retry: 'transient',
  });
}
