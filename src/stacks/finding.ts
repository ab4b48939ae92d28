/** What a look at a part of the system found. */
export type Finding =
  | { readonly part: string; readonly state: 'good'; readonly says: string }
  /** A warning may stay as it is; what is wrong is in the way of runs or has lost something. */
  | { readonly part: string; readonly state: 'warning' | 'wrong'; readonly says: string; readonly mend: string };
