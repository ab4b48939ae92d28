import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileFacts } from '../../data/checked-bytes.ts';
import { isNoFile } from './artifacts/system-fault.ts';

/** What tells the bytes of a file without reading them. */
export type Fingerprint = Pick<FileFacts, 'sha256' | 'sizeBytes'>;

/** As long after a change a file is not vouched for: within a tick of the clock it could change again unseen. */
const SETTLED_MS = 1_000;

/**
 * Fingerprints of files, remembered in a folder by path, size, times and inode, so that a file that did not change is
 * not read again. The time of a file's last change of state can't be set back, so a forged time of its content is seen.
 * What is remembered is only a shortcut: an entry that can't be read or written is passed over.
 */
export function rememberedFingerprints(
  folder: string,
  now: () => number,
): (path: string, read: () => Promise<Fingerprint>) => Promise<Fingerprint> {
  return async (path, read) => {
    const before = await markOf(path);
    if (before === undefined) return read();
    const entry = join(folder, `${createHash('sha256').update(resolve(path)).digest('hex')}.json`);
    const known = await readEntry(entry);
    if (known?.mark === before.mark) return known.fingerprint;
    const fingerprint = await read();
    const isSettled = before.mark === (await markOf(path))?.mark && now() - before.changedAtMs > SETTLED_MS;
    if (isSettled) await writeEntry(folder, entry, { mark: before.mark, fingerprint });
    return fingerprint;
  };
}

interface Entry {
  readonly mark: string;
  readonly fingerprint: Fingerprint;
}

async function markOf(path: string): Promise<{ readonly mark: string; readonly changedAtMs: number } | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
    return { mark: [dev, ino, size, mtimeNs, ctimeNs].join(), changedAtMs: Number(ctimeMs) };
  } catch (error) {
    if (isNoFile(error)) return undefined; // reading it will say so
    throw error;
  }
}

async function readEntry(path: string): Promise<Entry | undefined> {
  try {
    const entry = JSON.parse(await readFile(path, 'utf8')) as Entry;
    return /^[0-9a-f]{64}$/.test(entry.fingerprint.sha256) ? entry : undefined;
  } catch {
    return undefined; // none yet, or damaged: the file is read
  }
}

async function writeEntry(folder: string, path: string, entry: Entry): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, JSON.stringify(entry));
    await rename(temporary, path);
  } catch {
    // A full or read-only disk: the file is read again next time.
  }
}
