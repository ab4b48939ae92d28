import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkedBytes, type FileFacts, hashBytes } from '../../data/checked-bytes.ts';
import { checkedRanges, type MarkedBytes } from '../../data/checked-ranges.ts';
import { fileIsDirectory, fileMissing, fileUnreadable } from '../../data/file-faults.ts';
import type { SourceFile } from '../../data/source-file.ts';
import { nearest } from '../../errors/nearest.ts';
import { isNoFile, systemCode } from './artifacts/system-fault.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * A file of this machine by its path, read once for its hash. Throws `data.file-missing`, `data.file-is-directory`,
 * `data.file-unreadable`.
 */
export async function openLocalSourceFile(path: string): Promise<SourceFile> {
  await checkIsFile(path);
  const hashed = await hashBytes(readFile(path));
  return localSourceFile({ name: basename(path), uri: pathToFileURL(resolve(path)).href, ...hashed });
}

/** A file of this machine of which all is known, by its `file:` URI. */
export function localSourceFile(facts: FileFacts): SourceFile {
  const path = fileURLToPath(facts.uri);
  const read = () => readFile(path);
  const readRange = (start: number, end: number) => readPart(path, start, end);
  return { ...facts, read: () => checkedBytes(read(), facts), readRange: checkedRanges({ read, readRange }, facts) };
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    await throwFileFault(path, error);
  }
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

async function checkIsFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => throwFileFault(path, error));
  if (found.isDirectory()) fileIsDirectory(path);
  if (!found.isFile()) fileUnreadable(path, 'no regular file');
}

async function throwFileFault(path: string, error: unknown): Promise<never> {
  if (isNoFile(error)) return fileMissing(path, await nearestSibling(path), error);
  const code = systemCode(error);
  if (code === undefined) throw error;
  return fileUnreadable(path, code, error);
}

async function nearestSibling(path: string): Promise<string | undefined> {
  try {
    const meant = nearest(basename(path), await readdir(dirname(path)));
    return meant && join(dirname(path), meant);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    // The folder is not there or not readable either: there is nothing to suggest.
    return undefined;
  }
}
