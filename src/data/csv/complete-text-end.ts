/** Where to cut bytes[0, end) so that no character of UTF-8 is cut in two: at `end` or at most 3 bytes before. */
export function completeTextEnd(bytes: Uint8Array, end: number): number {
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back]!;
    if (byte < 0x80) return end;
    if (byte >= 0xc0) return back < characterSize(byte) ? end - back : end;
  }
  return end;
}

/** Bytes of the character that starts with this byte. */
function characterSize(leadByte: number): number {
  if (leadByte >= 0xf0) return 4;
  return leadByte >= 0xe0 ? 3 : 2;
}
