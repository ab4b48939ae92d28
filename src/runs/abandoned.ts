import type { ErrorDocument } from '../errors/sluice-error.ts';

/** What a step is told to have died of when its run ended around it. */
export const ABANDONED: ErrorDocument = {
  code: 'step.abandoned',
  message: 'the run ended while this step was running',
  mend: 'run again: finished steps are reused',
};
