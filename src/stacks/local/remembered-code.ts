import * as v from 'valibot';
import { recordSchema } from '../../data/record-schema.ts';
import type { HashMemory } from '../../pipeline/code/hash-memory.ts';
import { isSettled, markOf } from './file-mark.ts';
import type { NoteFolder } from './note-folder.ts';

const noteSchema = v.object({ hash: v.string(), marks: recordSchema(v.string()) });

/** Hashes of steps' code, remembered by the size, times and inode of every file that went into them. */
export function rememberedCode(notes: NoteFolder, now: () => number): HashMemory {
  return {
    async recall(name) {
      const { success, output } = v.safeParse(noteSchema, await notes.read(name));
      if (!success) return undefined;
      const { hash, marks } = output;
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
