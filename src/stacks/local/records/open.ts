import type { RecordStore } from '../../../tracking/record-store.ts';
import { sqliteCache } from './cache.ts';
import { type Database, openDatabase } from './database.ts';
import { openDatabaseToRead } from './database-to-read.ts';
import { sqliteExperiments } from './experiments.ts';
import { sqliteLogs } from './logs.ts';
import { migrate, requireVersion } from './migrate.ts';
import { migrations } from './migrations.ts';
import { sqliteQueues } from './queues.ts';
import { sqliteReleases } from './releases.ts';
import { sqliteRuns } from './runs.ts';
import { sqliteSteps } from './steps.ts';
import { sqliteTokens } from './tokens.ts';
import { sqliteTriggers } from './triggers.ts';
import { sqliteVersions } from './versions.ts';

/**
 * Records in a SQLite file, made if there is none; several processes may share it. Throws `records.corrupt`,
 * `records.newer-schema`, `records.unusable`, `records.unavailable`.
 */
export function openSqliteRecords(path: string): RecordStore {
  const database = openDatabase(path);
  try {
    // Readers then never wait for the writer; a commit survives the process, if not always a loss of power.
    database.run('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    migrate(database, migrations);
  } catch (error) {
    database.close();
    throw error;
  }
  return recordsIn(database);
}

/**
 * Records in a SQLite file that may only be read; writing throws `records.unusable`, and so does opening a file that an
 * older Sluice wrote. Throws `records.corrupt`, `records.newer-schema`.
 */
export function openSqliteRecordsToRead(path: string): RecordStore {
  const database = openDatabaseToRead(path);
  try {
    requireVersion(database, migrations.length, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return recordsIn(database);
}

function recordsIn(database: Database): RecordStore {
  return {
    experiments: sqliteExperiments(database),
    runs: sqliteRuns(database),
    steps: sqliteSteps(database),
    logs: sqliteLogs(database),
    cache: sqliteCache(database),
    registry: { ...sqliteVersions(database), ...sqliteReleases(database) },
    triggers: sqliteTriggers(database),
    queues: sqliteQueues(database),
    tokens: sqliteTokens(database),
    close: async () => database.close(),
  };
}
