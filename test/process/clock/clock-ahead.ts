/** The environment of a process whose clock is ahead, or behind when that is negative, from a look at it on. */
export function clockAhead(aheadMs: number, fromLook = 1): Record<string, string> {
  return {
    NODE_OPTIONS: `--import ${new URL('other-clock.ts', import.meta.url).href}`,
    SLUICE_TEST_AHEAD_MS: String(aheadMs),
    SLUICE_TEST_AHEAD_AT_LOOK: String(fromLook),
  };
}
