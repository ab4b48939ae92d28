/** A time in milliseconds since 1970 as 14 hex digits whose byte order is newest first. */
export function inverseTime(timestampMs: number): string {
  return (Number.MAX_SAFE_INTEGER - timestampMs).toString(16).padStart(14, '0');
}
