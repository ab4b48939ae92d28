/** The bytes of a text, in chunks whose sizes go round. */
export async function* inChunks(text: string | Uint8Array, sizes: readonly number[] = [7]): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let start = 0, turn = 0; start < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    yield bytes.subarray(start, start + size);
    start += size;
  }
}
