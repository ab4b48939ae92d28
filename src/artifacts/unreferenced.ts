/**
 * How long an artifact that nothing refers to is left alone. A step writes its artifacts, or renews those that it
 * reuses, and then records them: nothing takes half of this time to do so.
 */
export const UNREFERENCED_MS = 3_600_000;

/** Whether a key that last changed then has to be renewed to be left alone for long enough. */
export function isDueForRenewal(modifiedAtMs: number, nowMs: number): boolean {
  return nowMs - modifiedAtMs >= UNREFERENCED_MS / 2;
}
