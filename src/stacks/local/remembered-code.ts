import * as z from 'zod/mini';
import type { HashMemory } from '../../pipeline/code/hash-memory.ts';
import { isSettled, markOf } from './file-mark.ts';
import type { NoteFolder } from './note-folder.ts';

const noteSchema = z.object({ hash: z.string(), marks: z.record(z.string(), z.string()) });

/** Hashes of steps' code, remembered by the size, times and inode of every file that went into them. */
export function rememberedCode(notes: NoteFolder, now: () => number): HashMemory {
  return {
    async recall(name) {
      const known = noteSchema.safeParse(await notes.read(name));
      if (!known.success) return undefined;
      const { hash, marks } = known.data;
      const same = await Promise.all(
        Object.entries(marks).map(async ([path, mark]) => (await markText(path)) === mark),
      );
      return same.every(Boolean) ? hash : undefined;
    },
    async keep(name, hash, files) {
      const marks = await Promise.all(files.map(async (path) => [path, await markOf(path)] as const));
      if (!marks.every(([, mark]) => mark === undefined || isSettled(mark, now()))) return;
      const texts = marks.map(([path, mark]) => [path, mark?.text ?? MISSING]);
      await notes.write(name, { hash, marks: Object.fromEntries(texts) });
    },
  };
}

const MISSING = 'none';

async function markText(path: string): Promise<string> {
  return (await markOf(path))?.text ?? MISSING;
}
