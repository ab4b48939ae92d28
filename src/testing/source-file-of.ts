import { sha256 } from '../data/sha256.ts';
import type { SourceFile } from '../data/source-file.ts';

/** A source file in memory, as a step is handed it. */
export function sourceFileOf(name: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    uri: `memory:${encodeURIComponent(name)}`,
    sha256: sha256(bytes),
    sizeBytes: bytes.byteLength,
    async *read() {
      yield bytes;
    },
    readRange: async (start, end) => bytes.subarray(start, end),
  };
}
