import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkedBytes, type FileFacts, hashBytes } from '../../data/checked-bytes.ts';
import { checkedRanges, type MarkedBytes } from '../../data/checked-ranges.ts';
import type { SourceFile } from '../../data/source-file.ts';
import type { Fingerprint } from './fingerprints.ts';
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

/** A file of this machine of which all is known, by its `file:` URI. */
export function localSourceFile(facts: FileFacts): SourceFile {
  const path = fileURLToPath(facts.uri);
  const read = () => readLocalFile(path);
  const readRange = (start: number, end: number) => readPart(path, start, end);
  return { ...facts, read: () => checkedBytes(read(), facts), readRange: checkedRanges({ read, readRange }, facts) };
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
