import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { type Database, openConnection, type Statement } from './database.ts';

/** A connection, and the state of the file that it was opened for. */
interface Opened {
  readonly database: Database;
  readonly state: string;
}

/**
 * Opens a SQLite file that may only be read here, though another process, with more rights, may write it. Beside one that
 * nobody writes there is no log (`-wal`), and SQLite would have to write one: it is told that nothing will change
 * (https://sqlite.org/wal.html#readonly). When something does, the file is opened again. Throws as `sqliteFault` says.
 */
export function openDatabaseToRead(path: string): Database {
  let opened = open(path);
  const renewed = (): Opened => {
    if (opened.state === stateOf(path)) return opened;
    opened.database.close();
    opened = open(path);
    return opened;
  };
  /** What was read while the file changed may be of two states of it, and look damaged: it is read again. */
  const read = <T>(work: (opened: Opened) => T): T => {
    for (;;) {
      const before = renewed();
      try {
        const found = work(before);
        if (before.state === stateOf(path)) return found;
      } catch (error) {
        if (before.state === stateOf(path)) throw error;
      }
    }
  };
  return {
    prepare: (sql) => statement(sql, read),
    run: (sql) => read(({ database }) => database.run(sql)),
    write: (work) => read(({ database }) => database.write(work)),
    close: () => opened.database.close(),
  };
}

type Read = <T>(work: (opened: Opened) => T) => T;

/** Prepares the statement anew for each connection. */
function statement<Row>(sql: string, read: Read): Statement<Row> {
  const prepared = new WeakMap<Opened, Statement<Row>>();
  const on = (opened: Opened): Statement<Row> => {
    const known = prepared.get(opened) ?? opened.database.prepare<Row>(sql);
    prepared.set(opened, known);
    return known;
  };
  read(on); // a mistake in it shows at once
  return {
    get: (...values) => read((opened) => on(opened).get(...values)),
    all: (...values) => read((opened) => on(opened).all(...values)),
    run: (...values) => read((opened) => on(opened).run(...values)),
  };
}

function open(path: string): Opened {
  const state = stateOf(path);
  const url = pathToFileURL(path);
  if (state !== WRITTEN) url.searchParams.set('immutable', '1');
  return { state, database: openConnection(path, () => new DatabaseSync(url, { readOnly: true })) };
}

/** Of a file beside which a log lies: SQLite then sees for itself what changes. */
const WRITTEN = 'written';

/** Differs when the file was written, or a log has come or gone. */
function stateOf(path: string): string {
  if (existsSync(`${path}-wal`)) return WRITTEN;
  const file = statSync(path, { bigint: true, throwIfNoEntry: false });
  return file === undefined ? 'gone' : [file.ino, file.size, file.mtimeNs, file.ctimeNs].join();
}
