import type { Progress } from './progress.ts';
import type { SourceFile } from './source-file.ts';

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
