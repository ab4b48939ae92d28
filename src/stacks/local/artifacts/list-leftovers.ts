import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Leftover } from '../../../artifacts/artifact-store.ts';
import { RESERVED_PART } from '../../../artifacts/check-key.ts';
import { removeFile } from './remove-file.ts';
import { isNoFile, throwReadFault } from './system-fault.ts';

/** The temporary files below the root of a store, of writes under way too. Throws `artifact.read-failed`. */
export async function* listLeftovers(root: string): AsyncGenerator<Leftover> {
  const folder = join(root, RESERVED_PART);
  for (const name of await namesIn(folder)) yield* leftoverAt(join(folder, name));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    return isNoFile(error) ? [] : throwReadFault(folder, error);
  }
}

/** None if the write has come to its end meanwhile. */
async function* leftoverAt(path: string): AsyncGenerator<Leftover> {
  try {
    const { size, mtimeMs } = await stat(path);
    yield { sizeBytes: size, modifiedAtMs: Math.trunc(mtimeMs), remove: () => removeFile(path) };
  } catch (error) {
    if (!isNoFile(error)) throwReadFault(path, error);
  }
}
