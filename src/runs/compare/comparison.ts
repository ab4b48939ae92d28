import type { RunSource, RunStatus } from '../../tracking/run-record.ts';

/** A value with the interval it lies in, where one was measured. */
export interface MeasuredValue {
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Two runs side by side: what went in differently, then what came out. */
export interface Comparison {
  readonly runs: readonly [ComparedRun, ComparedRun];
  /** Parameters and file hashes that differ; `null` where a run has none of that name. */
  readonly parameters: readonly { readonly name: string; readonly values: readonly [string | null, string | null] }[];
  /** How many parameters are the same. */
  readonly sameParameters: number;
  /** Steps that came to their end in both runs, by code that differs. */
  readonly code: readonly string[];
  readonly metrics: readonly ComparedMetric[];
}

export interface ComparedRun {
  readonly id: string;
  readonly pipeline: string;
  readonly status: RunStatus;
  readonly durationMs: number | null;
  /** Of its code; null where that was in no repository. */
  readonly source: RunSource | null;
}

export interface ComparedMetric {
  readonly name: string;
  readonly values: readonly [MeasuredValue | null, MeasuredValue | null];
  /** Second minus first; null unless both are there. */
  readonly difference: number | null;
}
