import { join } from 'node:path';
import type { Components } from '../components.ts';
import { openFileArtifacts } from './file-artifacts.ts';
import { makeHome } from './home.ts';
import { localFiles } from './local-files.ts';
import { openSqliteRecords } from './records/open.ts';

/** Opens what a folder of this machine keeps, made if it is not there. Throws `home.unwritable` and `records.*`. */
export async function openLocalComponents(home: string): Promise<Components> {
  await makeHome(home);
  const records = openSqliteRecords(join(home, 'records.sqlite'));
  const artifacts = openFileArtifacts(join(home, 'store'));
  return { records, artifacts, files: localFiles(join(home, 'fingerprints'), Date.now), close: () => records.close() };
}
