import { SluiceError } from '../../../errors/sluice-error.ts';
import type { Finding } from '../../finding.ts';
import { type Database, openDatabase } from './database.ts';
import { openDatabaseToRead } from './database-to-read.ts';
import { mayOnlyRead } from './may-only-read.ts';
import { migrations } from './migrations.ts';

const MEND =
  'move it away and put back a copy; without one, `sqlite3 records.sqlite .recover` saves what can be read (artifacts are kept apart from it)';

/** Whether a file of records is whole (with `deep`, its indexes too), and of which schema version it is. */
export function examineRecords(path: string, deep: boolean): Finding {
  const database = mayOnlyRead(path) ? openDatabaseToRead(path) : openDatabase(path);
  try {
    const faults = faultsOf(database, deep ? 'integrity_check' : 'quick_check');
    if (faults.length > 0) return damaged(path, faults);
    const { user_version: version } = database.prepare<{ user_version: number }>('PRAGMA user_version').get()!;
    return { part: 'records', state: 'good', says: `whole, schema version ${version} of ${migrations.length}` };
  } finally {
    database.close();
  }
}

/** What SQLite finds; on a file that is damaged enough, looking fails. */
function faultsOf(database: Database, check: 'integrity_check' | 'quick_check'): string[] {
  try {
    const rows = database.prepare<{ fault: string }>(`SELECT ${check} AS fault FROM pragma_${check}`).all();
    return rows.map(({ fault }) => fault).filter((fault) => fault !== 'ok');
  } catch (error) {
    if (SluiceError.is(error) && error.code === 'records.corrupt') return [error.message];
    throw error;
  }
}

function damaged(path: string, faults: readonly string[]): Finding {
  const more = faults.length > 1 ? ` and ${faults.length - 1} more faults` : '';
  return { part: 'records', state: 'wrong', says: `${path} is damaged: ${faults[0]}${more}`, mend: MEND };
}
