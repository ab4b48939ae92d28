/** A share in percent, without the digits that only rounding makes. */
export function inPercent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}
