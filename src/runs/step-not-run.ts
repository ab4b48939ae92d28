import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';

/** The error of a step that is asked for by its key and did not run; `steps` are those of the run that did. */
export function stepNotRun({ id, plan }: RunRecord, key: string, steps: readonly StepRecord[]): SluiceError {
  const ran = steps.map((step) => step.key);
  const planned = plan.some(({ node }) => node === key);
  const near = nearest(key, ran);
  return new SluiceError({
    code: 'step.not-run',
    message: planned
      ? 'that step did not run: its condition, or a step before it, kept it back'
      : 'the run has no such step',
    seen: `${key.slice(0, 100)} in run ${id}`,
    allowed: ran.slice(0, 20).join(', ') || 'none: no step of it ran',
    mend: near === undefined || planned ? '`sluice show RUN` lists the steps of a run' : `did you mean ${near}?`,
  });
}
