import { type Bitmap, bitmapSize, hasBit, setBit } from './bitmap.ts';
import { PackedText } from './packed-text.ts';
import { MAX_TEXT_BYTES, tooMuchText } from './too-much-text.ts';

/** The texts of columns, one column after the other. Throws `data.text-too-large`. */
export function concatTexts(parts: readonly PackedText[]): PackedText {
  const rowCount = parts.reduce((total, part) => total + part.length, 0);
  const byteCount = parts.reduce((total, part) => total + textBytes(part).length, 0);
  if (byteCount > MAX_TEXT_BYTES) tooMuchText(MAX_TEXT_BYTES);
  const offsets = new Int32Array(rowCount + 1);
  const bytes = new Uint8Array(byteCount);
  let row = 0;
  for (const part of parts) {
    bytes.set(textBytes(part), offsets[row]);
    const shift = offsets[row]! - part.buffers.offsets[0]!;
    for (let from = 1; from <= part.length; from++) offsets[++row] = part.buffers.offsets[from]! + shift;
  }
  return new PackedText({ offsets, bytes, validity: concatValidity(parts, rowCount) });
}

function textBytes({ length, buffers: { bytes, offsets } }: PackedText): Uint8Array {
  return bytes.subarray(offsets[0], offsets[length]);
}

function concatValidity(parts: readonly PackedText[], rowCount: number): Bitmap | undefined {
  if (parts.every((part) => part.buffers.validity === undefined)) return undefined;
  const validity = new Uint8Array(bitmapSize(rowCount));
  let row = 0;
  for (const { length, buffers } of parts) {
    for (let from = 0; from < length; from++, row++) {
      if (buffers.validity === undefined || hasBit(buffers.validity, from)) setBit(validity, row);
    }
  }
  return validity;
}
