import type { NotReused, StepRecord } from '../../tracking/step-record.ts';

/** Why a step ran or did not. */
export interface Explanation {
  readonly run: string;
  /** Key of the step's record. */
  readonly step: string;
  readonly status: StepRecord['status'];
  /** Null of a step that was reused, that failed before it was known, or that still runs. */
  readonly notReused: NotReused | null;
  /** The run whose outputs were reused. */
  readonly reusedFrom: string | null;
  /** The newest earlier run that had this step; null when there is none. */
  readonly comparedWith: string | null;
  /** What of the cache key differs from that run. */
  readonly changes: readonly Change[];
}

/** One part of a cache key that is not what it was; null where one side has no such part. */
export interface Change {
  readonly part: 'code' | 'parameter' | 'input';
  /** Of the parameter or input; the step's own of `code`. */
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}
