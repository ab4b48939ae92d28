import { checkedBytes, type FileFacts, fileChanged } from './checked-bytes.ts';

/** Bytes of a part of a file, with a mark of the place it lies in that is another one after each change of the file. */
export interface MarkedBytes {
  readonly bytes: Uint8Array;
  /** As times and inode of a file, or the entity tag of an object. */
  readonly mark: string;
}

/** A file as its place gives it, unchecked. */
export interface UncheckedFile {
  read(): AsyncIterable<Uint8Array>;
  /** `start` is inside the file. */
  readRange(start: number, end: number): Promise<MarkedBytes>;
}

/**
 * Reads parts of a file and vouches that they are of the bytes the facts tell: the whole is hashed once, and the mark
 * must be the same before that and with each part. What it answers throws `data.file-changed`.
 */
export function checkedRanges(
  file: UncheckedFile,
  facts: FileFacts,
): (start: number, end: number) => Promise<Uint8Array> {
  let mark: Promise<string> | undefined;
  return async (start, end) => {
    if (start >= Math.min(end, facts.sizeBytes)) return new Uint8Array(0);
    mark ??= markOfFacts(file, facts);
    const expected = await mark;
    const part = await file.readRange(start, Math.min(end, facts.sizeBytes));
    if (part.mark !== expected) fileChanged(facts, `${part.mark} after ${expected}`);
    return part.bytes;
  };
}

async function markOfFacts(file: UncheckedFile, facts: FileFacts): Promise<string> {
  const { mark } = await file.readRange(0, 1);
  for await (const _ of checkedBytes(file.read(), facts));
  return mark;
}
