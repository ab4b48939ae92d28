/** One point of a metric; logging the same point again changes nothing. */
export interface MetricPoint {
  readonly key: string;
  /** Any double: NaN, infinities and -0 come back as they went in. */
  readonly value: number;
  /** Any safe integer. */
  readonly step: number;
  readonly timestampMs: number;
}

/** What a run logged: the latest point of each metric (greatest step, then time, then value), parameters, tags. */
export interface RunData {
  readonly metrics: Readonly<Record<string, MetricPoint>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** What one `log` call writes: parameters first, so that a conflict leaves the rest unwritten. */
export interface LogBatch {
  readonly metrics?: readonly MetricPoint[];
  /** Written once: the same value again is fine, another one throws `tracking.parameter-conflict`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Last wins. */
  readonly tags?: Readonly<Record<string, string>>;
}
