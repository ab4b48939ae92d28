/** The runs of a pipeline that may not run together, in the order they came; some of them may have ended. */
export interface RunQueue {
  /** Counts its changes; 0 while nobody came. */
  readonly sequence: number;
  /** Run ids. */
  readonly runs: readonly string[];
}
