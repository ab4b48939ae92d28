import type { Dirent } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Leftover } from '../../artifacts/artifact-store.ts';
import { SPOOL_NAME } from '../../runs/spool-name.ts';
import { systemCode, throwWriteFault } from './artifacts/system-fault.ts';
import { isProcessAlive } from './is-process-alive.ts';
import { NOTE_PART } from './note-folder.ts';
import { SAMPLE_PART, samplesFolder } from './samples-folder.ts';

/** Where processes of this machine write beside the artifacts. */
export interface Besides {
  readonly home: string;
  readonly noteFolders: readonly string[];
  /** Of temporary files. */
  readonly temporary: string;
}

/** Parts of notes and samples, and spools whose process is gone: what killed processes left beside the artifacts. */
export async function* leftoversBeside({ home, noteFolders, temporary }: Besides): AsyncGenerator<Leftover> {
  for (const folder of noteFolders) yield* partsIn(folder, NOTE_PART);
  const samples = samplesFolder(home);
  for (const { name } of await entriesOf(samples)) yield* partsIn(join(samples, name), SAMPLE_PART);
  for (const { name } of await entriesOf(temporary)) {
    const pid = SPOOL_NAME.exec(name)?.[1];
    if (pid !== undefined && !isProcessAlive(Number(pid))) yield* spoolAt(join(temporary, name));
  }
}

async function* partsIn(folder: string, part: RegExp): AsyncGenerator<Leftover> {
  for (const entry of await entriesOf(folder)) {
    if (entry.isFile() && part.test(entry.name)) yield* leftoverOf(join(folder, entry.name), []);
  }
}

async function* spoolAt(path: string): AsyncGenerator<Leftover> {
  const files = await entriesOf(path);
  yield* leftoverOf(
    path,
    files.map(({ name }) => join(path, name)),
  );
}

/** None if it is gone meanwhile, or of another user. */
async function* leftoverOf(path: string, files: readonly string[]): AsyncGenerator<Leftover> {
  const found = await Promise.all([path, ...files].map((one) => stat(one).catch(noneFor)));
  const [self, ...inside] = found.filter((stats) => stats !== undefined);
  if (self === undefined) return;
  const counted = self.isDirectory() ? inside : [self];
  yield {
    sizeBytes: counted.reduce((total, { size }) => total + size, 0),
    modifiedAtMs: Math.trunc(Math.max(self.mtimeMs, ...inside.map(({ mtimeMs }) => mtimeMs))),
    remove: () => rm(path, { recursive: true, force: true }).catch((error: unknown) => throwWriteFault(path, error)),
  };
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => noneFor(error) ?? []);
}

/** What is not there, or not ours to see, is nobody's leftover here. */
function noneFor(error: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error;
}
