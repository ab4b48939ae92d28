/** An amount as the Olist file has it: a decimal point, no trailing zeros. */
export function formatCents(cents: number): string {
  return String(cents / 100);
}
