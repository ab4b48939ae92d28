import { SluiceError } from '../../../errors/sluice-error.ts';
import type { Database } from './database.ts';
import { unusable } from './sqlite-fault.ts';

/** Brings a store to the newest schema version; throws `records.newer-schema` when it is newer already. */
export function migrate(database: Database, migrations: readonly string[]): void {
  const known = migrations.length;
  if (versionOf(database) === known) return;
  database.write(() => {
    // Read again under the lock: another process may have migrated meanwhile.
    const version = versionOf(database);
    if (version > known) throw newerSchema(version, known);
    for (const migration of migrations.slice(version)) database.run(migration);
    database.run(`PRAGMA user_version = ${known}`);
  });
}

/** Throws `records.newer-schema` for a store of a newer version than this, `records.unusable` for one of an older. */
export function requireVersion(database: Database, known: number, path: string): void {
  const version = versionOf(database);
  if (version > known) throw newerSchema(version, known);
  if (version < known) throw unusable(new Error(`schema version ${version} must be brought to ${known} first`), path);
}

function versionOf(database: Database): number {
  return database.prepare<{ user_version: number }>('PRAGMA user_version').get()!.user_version;
}

function newerSchema(version: number, known: number): SluiceError {
  return new SluiceError({
    code: 'records.newer-schema',
    message: 'the records were written by a newer Sluice than this one',
    seen: `schema version ${version}`,
    allowed: `up to ${known}`,
    mend: 'use the newer Sluice that wrote them, or another folder in `SLUICE_HOME`',
  });
}
