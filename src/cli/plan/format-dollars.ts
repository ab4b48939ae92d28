/** An amount for people: cents from a dollar on, two significant digits below. */
export function formatDollars(amount: number): string {
  if (amount >= 0.995 || amount === 0) return `$${amount.toFixed(2)}`;
  const decimals = Math.min(12, 1 - Math.floor(Math.log10(amount)));
  return `$${amount.toFixed(decimals)}`;
}
