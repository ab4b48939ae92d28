/** The runs of a pipeline that may not run together, in the order in which they came; those that ended may be among them. */
export interface RunQueue {
  /** Counts its changes; 0 while nobody came. */
  readonly sequence: number;
  /** Run ids. */
  readonly runs: readonly string[];
}
