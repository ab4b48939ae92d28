/** By how much a model is better than the champion on the same rows; below 0 it is worse. */
export interface JudgedGain {
  readonly value: number;
  /** The bounds of its interval. */
  readonly low: number;
  readonly high: number;
  /** Of the interval, from 0 to 1. */
  readonly confidence: number;
}

/** One rule of a gate, judged. */
export interface JudgedRule {
  /** In words with its operator, as `mse ≤ 2`. */
  readonly rule: string;
  readonly value: number;
  /** Null when the rule had nothing to compare with, as there being no champion yet. */
  readonly limit: number | null;
  readonly passed: boolean;
  /** Why, where the numbers alone do not say it. */
  readonly reason?: string;
  /** Version that the limit was taken from. */
  readonly champion?: number;
  readonly gain?: JudgedGain;
}

/** A gate's recorded result. */
export interface Verdict {
  readonly passed: boolean;
  readonly rules: readonly JudgedRule[];
  /** The whole of it for people; verdicts of older runs have none. */
  readonly sentence?: string;
}
