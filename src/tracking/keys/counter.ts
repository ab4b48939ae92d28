const greatest = 9_999_999_999;

/** A version or sequence number as ten digits, so that byte order is numeric order. */
export function encodeCounter(value: number): string {
  return String(value).padStart(10, '0');
}

/** The greatest number below a position in a listing by number, newest first; of all without a position. */
export function counterBelow(position: string | undefined): number {
  return position === undefined ? greatest : Number(position) - 1;
}
