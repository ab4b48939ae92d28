/** Memory of the functions around the steps of a run, in MB, as they are deployed. */
export const DOOR_MEMORY_MB = 512;
export const FINISH_MEMORY_MB = 256;

/** What Lambda charges for a call before its handler begins, when every call is cold: Node, the code, two clients. */
export const COLD_START_MS = 500;

/** More than the functions around the steps take once they have begun. */
export const AROUND_MS = 500;

/** What is called for a run beside its steps: the start function, the first state, and what ends it. */
export const AROUND_A_RUN = [
  { memoryMb: DOOR_MEMORY_MB },
  { memoryMb: DOOR_MEMORY_MB },
  { memoryMb: FINISH_MEMORY_MB },
] as const;
