import { hashBytes } from '../../src/data/checked-bytes.ts';
import type { SourceFile } from '../../src/data/source-file.ts';

/** A file of memory. */
export async function memoryFile(name: string, content: Uint8Array | string): Promise<SourceFile> {
  const bytes = Buffer.from(content);
  const read = async function* () {
    yield bytes;
  };
  const readRange = async (start: number, end: number) => bytes.subarray(start, end);
  return { name, uri: `file:///${name}`, ...(await hashBytes(read())), read, readRange };
}
