const offset = 1n << 63n;

/** A safe integer as 16 hex digits whose byte order is numeric order (offset binary, as wide as MLflow's int64). */
export function encodeInteger(value: number): string {
  return (BigInt(value) + offset).toString(16).padStart(16, '0');
}

/** The integer that `encodeInteger` was given. */
export function decodeInteger(text: string): number {
  return Number(BigInt(`0x${text}`) - offset);
}
