/** A number for people: at most six significant digits, an exponent only where zeros would crowd them out. */
export function formatNumber(value: number): string {
  const rounded = Number(value.toPrecision(6));
  const isSmall = rounded !== 0 && Math.abs(rounded) < 1e-4;
  return isSmall ? rounded.toExponential() : String(rounded);
}
