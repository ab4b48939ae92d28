import { open } from 'node:fs/promises';

/** Bytes to be stored, read in slices, so that a large file is never in memory as a whole. */
export interface Content {
  readonly sizeBytes: number;
  slice(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes in memory as content. */
export function contentOf(bytes: Uint8Array): Content {
  return { sizeBytes: bytes.length, slice: async (start, end) => bytes.subarray(start, end) };
}

/** Hands a file as content to `use`, and closes it after. */
export async function withFileContent<T>(path: string, use: (content: Content) => Promise<T>): Promise<T> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  return await use({
    sizeBytes: size,
    async slice(start, end) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(end - start), 0, end - start, start);
      if (bytesRead < end - start) throw new Error(`${path} became shorter while it was read`);
      return buffer;
    },
  });
}
