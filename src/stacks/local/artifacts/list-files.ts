import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredObject } from '../../../artifacts/artifact-store.ts';
import { RESERVED_PART } from '../../../artifacts/check-key.ts';
import { isNoFile, throwReadFault } from './system-fault.ts';

/** Files below the root whose key starts with the prefix, in byte order of their keys. */
export async function* listFiles(root: string, prefix: string): AsyncGenerator<StoredObject> {
  yield* listFolder(root, prefix.slice(0, prefix.lastIndexOf('/') + 1), prefix);
}

/** `folder` is the start of the keys in it: empty, or with a slash at its end. */
async function* listFolder(root: string, folder: string, prefix: string): AsyncGenerator<StoredObject> {
  for (const entry of await entriesOf(join(root, folder))) {
    const key = folder + entry;
    if (key.endsWith('/')) {
      if (key.startsWith(prefix) || prefix.startsWith(key)) yield* listFolder(root, key, prefix);
    } else if (key.startsWith(prefix)) yield* storedObject(root, key);
  }
}

/** Names in byte order of the keys below them: a folder's has a slash at its end. */
async function entriesOf(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
    return names.filter((name) => name !== `${RESERVED_PART}/`).toSorted(byteOrder);
  } catch (error) {
    if (isNoFile(error)) return [];
    return throwReadFault(path, error);
  }
}

/** Keys are ASCII, so that the order of characters is that of bytes. */
function byteOrder(left: string, right: string): number {
  return left < right ? -1 : 1;
}

/** None if it was removed meanwhile. */
async function* storedObject(root: string, key: string): AsyncGenerator<StoredObject> {
  const path = join(root, key);
  try {
    const { size, mtimeMs } = await stat(path);
    yield { key, sizeBytes: size, modifiedAtMs: Math.trunc(mtimeMs) };
  } catch (error) {
    if (!isNoFile(error)) throwReadFault(path, error);
  }
}
