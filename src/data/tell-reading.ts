import type { SourceFile } from './source-file.ts';

/** Is told how much of some work is done, in whatever unit. */
export type Progress = (done: number, total: number) => void;

/** A file that tells, at every chunk that is read of it in order, how many of its bytes have been. */
export function tellReading(file: SourceFile, tell: Progress): SourceFile {
  return { ...file, read: () => told(file, tell) };
}

async function* told(file: SourceFile, tell: Progress): AsyncGenerator<Uint8Array> {
  let readBytes = 0;
  for await (const chunk of file.read()) {
    readBytes += chunk.length;
    tell(readBytes, file.sizeBytes);
    yield chunk;
  }
}
