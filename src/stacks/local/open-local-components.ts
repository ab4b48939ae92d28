import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptLines } from '../../runs/printed/keep-lines.ts';
import type { Components } from '../components.ts';
import { examineHome } from './examine-home.ts';
import { openFileArtifacts } from './file-artifacts.ts';
import { makeHome } from './home.ts';
import { leftoversBeside } from './leftovers-beside.ts';
import { localFiles } from './local-files.ts';
import { examineRecords } from './records/examine.ts';
import { noteFolder } from './note-folder.ts';
import { mayOnlyRead } from './records/may-only-read.ts';
import { openSqliteRecords, openSqliteRecordsToRead } from './records/open.ts';

/**
 * Opens what a folder of this machine keeps, made if it is not there; `codeNotes` is the folder of notes on a project's
 * code. Throws `home.unwritable` and `records.*`.
 */
export async function openLocalComponents(home: string, codeNotes: string): Promise<Components> {
  await makeHome(home);
  const path = join(home, 'records.sqlite');
  const { records, isReadOnly } = openRecords(path);
  const artifacts = openFileArtifacts(join(home, 'store'));
  const fingerprints = join(home, 'fingerprints');
  const besides = { home, noteFolders: [fingerprints, codeNotes], temporary: tmpdir() };
  return {
    records,
    isReadOnly,
    artifacts: {
      ...artifacts,
      async *leftovers() {
        yield* artifacts.leftovers();
        yield* leftoversBeside(besides);
      },
    },
    printed: keptLines(artifacts),
    files: localFiles(noteFolder(fingerprints), Date.now),
    examine: async (deep) => [await examineHome(home), examineRecords(path, deep)],
    close: () => records.close(),
  };
}

function openRecords(path: string) {
  try {
    return { records: openSqliteRecords(path), isReadOnly: false };
  } catch (error) {
    if (!mayOnlyRead(path)) throw error;
    return { records: openSqliteRecordsToRead(path), isReadOnly: true };
  }
}
