import { createHash, type Hash } from 'node:crypto';
import { SluiceError } from '../errors/sluice-error.ts';
import type { SourceFile } from './source-file.ts';

/** What is known of a file without reading it. */
export type FileFacts = Omit<SourceFile, 'read' | 'readRange'>;

/** Hash and size of bytes that are read to their end. */
export async function hashBytes(source: AsyncIterable<Uint8Array>): Promise<Pick<FileFacts, 'sha256' | 'sizeBytes'>> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** The bytes as they come; throws `data.file-changed` at their end if they were not those of the facts. */
export async function* checkedBytes(source: AsyncIterable<Uint8Array>, facts: FileFacts): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
  checkHash(hash, facts);
}

function checkHash(hash: Hash, facts: FileFacts): void {
  const seen = hash.digest('hex');
  if (seen !== facts.sha256) fileChanged(facts, `SHA-256 ${seen}`);
}

/** Throws `data.file-changed`; `seen` tells the bytes there are now from those of the facts. */
export function fileChanged({ uri, sha256 }: FileFacts, seen: string): never {
  throw new SluiceError({
    code: 'data.file-changed',
    message: 'a file changed while a run was using it',
    seen: `${uri} with ${seen}`,
    allowed: `the bytes it had when the run started, SHA-256 ${sha256}`,
    mend: 'start a new run; write new data under a new name',
  });
}
