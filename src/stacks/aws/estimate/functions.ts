/** Memory of the functions around the steps of a run, in MB, as they are deployed. */
export const DOOR_MEMORY_MB = 512;
export const FINISH_MEMORY_MB = 256;

/** A second each is more than they take, a cold start with it. */
export const AROUND_MS = 1_000;

/** What is called for a run beside its steps: the start function, the first state, and what ends it. */
export const AROUND_A_RUN = [
  { memoryMb: DOOR_MEMORY_MB },
  { memoryMb: DOOR_MEMORY_MB },
  { memoryMb: FINISH_MEMORY_MB },
] as const;
