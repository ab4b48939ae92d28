import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileIsDirectory, fileIsNotRegular, fileMissing, fileUnreadable } from '../../data/file-faults.ts';
import { nearest } from '../../errors/nearest.ts';
import { isNoFile, systemCode } from './artifacts/system-fault.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * The bytes of a file of this machine; a device or pipe is refused before it can be waited for. Throws
 * `data.file-missing`, `data.file-is-directory`, `data.file-not-regular`, `data.file-unreadable`.
 */
export async function* readLocalFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) fileIsDirectory(path);
    if (!found.isFile()) fileIsNotRegular(path);
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    await throwFileFault(path, error);
  }
}

/** Throws `data.file-missing` or `data.file-unreadable` for an error of the operating system, any other as it is. */
export async function throwFileFault(path: string, error: unknown): Promise<never> {
  if (isNoFile(error)) return fileMissing(path, await meantPath(path), error);
  const code = systemCode(error);
  if (code === undefined) throw error;
  return fileUnreadable(path, code, error);
}

async function meantPath(path: string): Promise<string | undefined> {
  // Shells put the home folder for a tilde only at the start of a word, so not in `source=~/orders.csv`.
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : nearestSibling(path);
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
