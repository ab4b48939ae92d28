import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { FileFacts } from '../../data/checked-bytes.ts';
import { isSettled, markOf } from './file-mark.ts';
import type { NoteFolder } from './note-folder.ts';

/** What tells the bytes of a file without reading them. */
export type Fingerprint = Pick<FileFacts, 'sha256' | 'sizeBytes'>;

const noteSchema = z.object({
  mark: z.string(),
  fingerprint: z.object({ sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)), sizeBytes: z.number() }),
});

/** Fingerprints of files, remembered by path, size, times and inode, so that a file that did not change is not read again. */
export function rememberedFingerprints(
  notes: NoteFolder,
  now: () => number,
): (path: string, read: () => Promise<Fingerprint>) => Promise<Fingerprint> {
  return async (path, read) => {
    const before = await markOf(path);
    if (before === undefined) return read(); // which says that there is none
    const name = resolve(path);
    const known = noteSchema.safeParse(await notes.read(name));
    if (known.success && known.data.mark === before.text) return known.data.fingerprint;
    const fingerprint = await read();
    const isSame = before.text === (await markOf(path))?.text;
    if (isSame && isSettled(before, now())) await notes.write(name, { mark: before.text, fingerprint });
    return fingerprint;
  };
}
