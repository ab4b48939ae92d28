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
}

/** A gate's recorded result. */
export interface Verdict {
  readonly passed: boolean;
  readonly rules: readonly JudgedRule[];
}
