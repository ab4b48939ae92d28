import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkedBytes, type FileFacts, fileChanged, hashBytes } from '../../data/checked-bytes.ts';
import { checkedRanges, type MarkedBytes } from '../../data/checked-ranges.ts';
import type { SourceFile } from '../../data/source-file.ts';
import { markOf } from './file-mark.ts';
import type { Fingerprint, Fingerprints } from './fingerprints.ts';
import { readLocalFile, throwFileFault } from './local-file.ts';

/** A file of this machine by its path, read once for its hash. Throws as `readLocalFile`. */
export async function openLocalSourceFile(path: string, fingerprint = fingerprintLocalFile): Promise<SourceFile> {
  const hashed = await fingerprint(path);
  return localSourceFile({ name: basename(path), uri: pathToFileURL(resolve(path)).href, ...hashed });
}

/** Hash and size of a file of this machine. Throws as `readLocalFile`. */
export async function fingerprintLocalFile(path: string): Promise<Fingerprint> {
  return hashBytes(readLocalFile(path));
}

/**
 * A file of this machine of which all is known, by its `file:` URI. What `vouchFor` gives a mark of is not hashed again
 * while it is read: its mark must be the same at the end.
 */
export function localSourceFile(facts: FileFacts, vouchFor: Fingerprints['vouchFor'] = noMark): SourceFile {
  const path = fileURLToPath(facts.uri);
  const read = () => readLocalFile(path);
  const readRange = (start: number, end: number) => readPart(path, start, end);
  const readWhole = () => readUnchanged(path, facts, vouchFor);
  return { ...facts, read: readWhole, readRange: checkedRanges({ read, readRange }, facts) };
}

async function noMark(): Promise<undefined> {}

async function* readUnchanged(
  path: string,
  facts: FileFacts,
  vouchFor: Fingerprints['vouchFor'],
): AsyncGenerator<Uint8Array> {
  const mark = await vouchFor(path, facts.sha256);
  if (mark === undefined) return yield* checkedBytes(readLocalFile(path), facts);
  yield* readLocalFile(path);
  if ((await markOf(path))?.text !== mark) fileChanged(facts, 'another size, time or place than before');
}

async function readPart(path: string, start: number, end: number): Promise<MarkedBytes> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(end - start), { position: start });
    const { ino, size, mtimeNs, ctimeNs } = await file.stat({ bigint: true });
    return { bytes: buffer.subarray(0, bytesRead), mark: `inode ${ino}, ${size} bytes, changed ${mtimeNs} ${ctimeNs}` };
  } catch (error) {
    return throwFileFault(path, error);
  }
}
