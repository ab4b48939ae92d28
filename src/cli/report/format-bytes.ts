const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A size for people, in powers of 1,000: `12 B`, `3.4 MB`. */
export function formatBytes(sizeBytes: number): string {
  let [size, unit] = [sizeBytes, 0];
  for (; size >= 999.95 && unit < UNITS.length - 1; unit++) size /= 1_000;
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}
