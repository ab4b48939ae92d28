import { LF } from '../bytes.ts';
import { PlainRecord } from '../plain-record.ts';

/** What the guess is made from, at the end of the bytes: a few records. */
const LOOK_BYTES = 1 << 15;

/**
 * A position near the end of bytes[0, size) where a record seems to start: a line feed may be inside quotes, but then
 * what follows hardly has the right count of fields. `bytes[size]` must be a line feed.
 */
export function guessCut(bytes: Buffer, size: number, fieldCount: number): number {
  const record = new PlainRecord(fieldCount);
  const seen = bytes.subarray(0, size);
  let lineEnd = seen.indexOf(LF, Math.max(0, size - LOOK_BYTES));
  while (lineEnd !== -1) {
    if (record.find(bytes, lineEnd + 1, size) !== undefined) return lineEnd + 1;
    lineEnd = seen.indexOf(LF, lineEnd + 1);
  }
  return seen.lastIndexOf(LF) + 1 || size;
}
