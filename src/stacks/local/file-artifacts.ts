import { createReadStream } from 'node:fs';
import { copyFile, open, readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { checkArtifactKey, checkPrefix } from '../../artifacts/check-key.ts';
import { missingArtifact } from '../../artifacts/missing-artifact.ts';
import { listFiles } from './artifacts/list-files.ts';
import { listLeftovers } from './artifacts/list-leftovers.ts';
import { removeFile } from './artifacts/remove-file.ts';
import { renewFile } from './artifacts/renew-file.ts';
import { isNoFile, throwReadFault } from './artifacts/system-fault.ts';
import { createWhole, replaceWhole } from './artifacts/write-whole.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * Artifacts as files below a folder, made when first written to. Throws `artifact.bad-key`, `artifact.write-failed`,
 * `artifact.read-failed`.
 */
export function openFileArtifacts(root: string, now: () => number = Date.now): ArtifactStore {
  const folder = resolve(root);
  const pathOf = (key: string): string => {
    checkArtifactKey(key);
    return join(folder, key);
  };
  const uriOf = (key: string): string => pathToFileURL(pathOf(key)).href;
  return {
    create: async (key, bytes) => createWhole(folder, pathOf(key), (temporary) => writeFile(temporary, bytes), now),
    createFromFile: async (key, path) =>
      createWhole(folder, pathOf(key), (temporary) => copyFile(path, temporary), now),
    replace: async (key, bytes) => replaceWhole(folder, pathOf(key), (temporary) => writeFile(temporary, bytes)),
    read: async (key) => readWhole(pathOf(key)),
    stream: (key) => streamFile(pathOf(key), uriOf(key)),
    readRange: async (key, start, end) => readPart(pathOf(key), uriOf(key), start, end),
    size: async (key) => sizeOf(pathOf(key)),
    renew: async (key) => renewFile(pathOf(key), now()),
    list: (prefix) => {
      checkPrefix(prefix);
      return listFiles(folder, prefix);
    },
    remove: async (key) => removeFile(pathOf(key)),
    leftovers: () => listLeftovers(folder),
    uri: uriOf,
  };
}

async function readWhole(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    return isNoFile(error) ? undefined : throwReadFault(path, error);
  }
}

async function* streamFile(path: string, uri: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    if (isNoFile(error)) missingArtifact(uri);
    throwReadFault(path, error);
  }
}

async function readPart(path: string, uri: string, start: number, end: number): Promise<Uint8Array> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafeSlow(end - start), { position: start });
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    return isNoFile(error) ? missingArtifact(uri) : throwReadFault(path, error);
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : undefined;
  } catch (error) {
    return isNoFile(error) ? undefined : throwReadFault(path, error);
  }
}
