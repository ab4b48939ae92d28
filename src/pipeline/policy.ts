/** How a step is run. */
export interface Policy {
  /** Of one attempt; up to 900,000 (Lambda's limit). AWS counts in whole seconds, rounded up. */
  readonly timeoutMs: number;
  /** Memory on Lambda, 128 to 10,240; processor share grows with it (one core at 1,769). */
  readonly memoryMb: number;
  /** How often a failed attempt is tried again, up to 100; permanent errors never are. */
  readonly retries: number;
  /** Upper bound of the first wait, up to 30,000; it doubles, with full jitter. On AWS in whole seconds, rounded up. */
  readonly backoffMs: number;
  /** Whether outputs of an earlier run with the same cache key are reused; never those of a step that may release. */
  readonly cache: boolean;
}

export const DEFAULT_POLICY: Policy = {
  timeoutMs: 900_000,
  memoryMb: 1_024,
  retries: 2,
  backoffMs: 1_000,
  cache: true,
};
