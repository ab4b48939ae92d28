import { resolve } from 'node:path';
import * as v from 'valibot';
import type { FileFacts } from '../../data/checked-bytes.ts';
import { isSettled, markOf } from './file-mark.ts';
import type { NoteFolder } from './note-folder.ts';

/** What tells the bytes of a file without reading them. */
export type Fingerprint = Pick<FileFacts, 'sha256' | 'sizeBytes'>;

const noteSchema = v.object({
  mark: v.string(),
  fingerprint: v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), sizeBytes: v.number() }),
});

/** Fingerprints of files, remembered by path, size, times and inode, so that a file that did not change is not read again. */
export interface Fingerprints {
  /** The fingerprint of a file, read when it is not known. */
  of(path: string, read: () => Promise<Fingerprint>): Promise<Fingerprint>;
  /** The mark by which a file has still the bytes of this hash; undefined when only reading it can tell. */
  vouchFor(path: string, sha256: string): Promise<string | undefined>;
}

/** Fingerprints kept in notes. */
export function rememberedFingerprints(notes: NoteFolder, now: () => number): Fingerprints {
  async function recall(path: string, mark: string): Promise<Fingerprint | undefined> {
    const { success, output } = v.safeParse(noteSchema, await notes.read(resolve(path)));
    return success && output.mark === mark ? output.fingerprint : undefined;
  }
  return {
    async of(path, read) {
      const before = await markOf(path);
      if (before === undefined) return read(); // which says that there is none
      const known = await recall(path, before.text);
      if (known) return known;
      const fingerprint = await read();
      const isSame = before.text === (await markOf(path))?.text;
      if (isSame && isSettled(before, now())) await notes.write(resolve(path), { mark: before.text, fingerprint });
      return fingerprint;
    },
    async vouchFor(path, sha256) {
      const mark = (await markOf(path))?.text;
      const known = mark === undefined ? undefined : await recall(path, mark);
      return known?.sha256 === sha256 ? mark : undefined;
    },
  };
}
