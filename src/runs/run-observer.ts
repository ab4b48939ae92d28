import type { RunRecord } from '../tracking/run-record.ts';
import type { StepRecord } from '../tracking/step-record.ts';
import type { PrintedLine } from './printed/printed-line.ts';

/** The names of an attempt that begins. */
export type StartedStep = Pick<StepRecord, 'run' | 'key' | 'node' | 'attempt'>;

/** Is told of a run as it goes on; the same calls in process and when following a run on AWS. */
export interface RunObserver {
  runStarted(run: RunRecord): void;
  /** An attempt began. */
  stepStarted(step: StartedStep): void;
  /** An attempt is so far, in whatever unit; told as often as it likes, and only where it runs in this process. */
  stepProgressed(step: StartedStep, done: number, total: number): void;
  /** An attempt printed something; told only where it runs in this process. */
  stepPrinted(line: PrintedLine): void;
  /** An attempt ended; a failed one may be followed by another. */
  stepEnded(step: StepRecord): void;
  /** The run has ended, or is not followed any more. */
  runEnded(run: RunRecord): void;
}

/** Says nothing to anybody. */
export const silentObserver: RunObserver = {
  runStarted: () => undefined,
  stepStarted: () => undefined,
  stepProgressed: () => undefined,
  stepPrinted: () => undefined,
  stepEnded: () => undefined,
  runEnded: () => undefined,
};
