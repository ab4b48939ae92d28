/**
 * A number for people: a whole one in full, another with six significant digits at most, an exponent only where zeros
 * would crowd them out.
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(6));
  const isSmall = Math.abs(rounded) < 1e-4;
  return isSmall ? rounded.toExponential() : String(rounded);
}
