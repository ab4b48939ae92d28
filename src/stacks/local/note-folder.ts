import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../data/sha256.ts';

/** A note that is being written, by its process. */
export const NOTE_PART = /^[0-9a-f]{64}\.json\.\d+$/;

/** Small JSON documents by name that spare work; each may be lost without harm, so faults of the disk are passed over. */
export interface NoteFolder {
  /** What was written under a name; undefined for none or a damaged one. */
  read(name: string): Promise<unknown>;
  write(name: string, note: unknown): Promise<void>;
}

/** Notes as files of a folder, made when first written to. */
export function noteFolder(folder: string): NoteFolder {
  const pathOf = (name: string) => join(folder, `${sha256(name)}.json`);
  return {
    async read(name) {
      try {
        return JSON.parse(await readFile(pathOf(name), 'utf8')) as unknown;
      } catch {
        return undefined; // none yet, or damaged: the work is done again
      }
    },
    async write(name, note) {
      const temporary = `${pathOf(name)}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, JSON.stringify(note));
        await rename(temporary, pathOf(name));
      } catch {
        // A full or read-only disk: the work is done again next time.
      }
    },
  };
}
