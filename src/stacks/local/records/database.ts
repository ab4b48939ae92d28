import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { sqliteFault } from './sqlite-fault.ts';

/** A statement prepared once, with the columns that its rows have. */
export interface Statement<Row> {
  get(...values: SQLInputValue[]): Row | undefined;
  all(...values: SQLInputValue[]): Row[];
  /** How many rows it changed. */
  run(...values: SQLInputValue[]): number;
}

/** A SQLite file whose faults are thrown as Sluice's errors. */
export interface Database {
  prepare<Row = never>(sql: string): Statement<Row>;
  /** Runs statements that take no values and give no rows. */
  run(sql: string): void;
  /** Runs `work` with the one write lock held from its first read on, so that no other process comes between. */
  write<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the SQLite file, made if there is none; throws as `sqliteFault` says.
 * `busyTimeoutMs` is how long a statement waits for another process to finish writing.
 */
export function openDatabase(path: string, { busyTimeoutMs = 10_000 } = {}): Database {
  return openConnection(path, () => new DatabaseSync(path, { timeout: busyTimeoutMs }));
}

/** What `open` gives, with its faults thrown as `sqliteFault` says. */
export function openConnection(path: string, open: () => DatabaseSync): Database {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw sqliteFault(error, path);
    }
  };
  const connection = guarded(open);
  const run = (sql: string) => guarded(() => connection.exec(sql));
  return {
    run,
    prepare: (sql) =>
      guardedStatement(
        guarded(() => connection.prepare(sql)),
        guarded,
      ),
    write: (work) => inTransaction(connection, run, work),
    close: () => {
      if (connection.isOpen) connection.close();
    },
  };
}

function guardedStatement<Row>(statement: StatementSync, guarded: <T>(work: () => T) => T): Statement<Row> {
  return {
    // The SQL beside each `prepare` names the columns: SQLite itself has no types for them.
    get: (...values) => guarded(() => statement.get(...values) as Row | undefined),
    all: (...values) => guarded(() => statement.all(...values) as Row[]),
    run: (...values) => guarded(() => Number(statement.run(...values).changes)),
  };
}

function inTransaction<T>(connection: DatabaseSync, run: (sql: string) => void, work: () => T): T {
  run('BEGIN IMMEDIATE');
  try {
    const result = work();
    run('COMMIT');
    return result;
  } catch (error) {
    // After some faults, such as a full disk, SQLite has rolled back already.
    if (connection.isTransaction) run('ROLLBACK');
    throw error;
  }
}
