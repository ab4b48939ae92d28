const signBit = 1n << 63n;
const allBits = (1n << 64n) - 1n;
const notANumber = 'N';

/**
 * A double as text whose byte order is numeric order, with every bit kept: -Infinity … -0, 0 … Infinity, then NaN.
 * `1` and 16 hex digits, or `N` for NaN. (IEEE 754 orders as sign and magnitude: flip the sign bit, or all bits when
 * it is set.)
 */
export function encodeDouble(value: number): string {
  if (Number.isNaN(value)) return notANumber;
  const bits = bitsOf(value);
  const ordered = bits & signBit ? ~bits & allBits : bits | signBit;
  return `1${ordered.toString(16).padStart(16, '0')}`;
}

/** The double that `encodeDouble` was given. */
export function decodeDouble(text: string): number {
  if (text === notANumber) return Number.NaN;
  const ordered = BigInt(`0x${text.slice(1)}`);
  return doubleOf(ordered & signBit ? ordered & ~signBit : ~ordered & allBits);
}

function bitsOf(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

function doubleOf(bits: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}
