import type { StepStore } from '../../../tracking/record-store.ts';
import { isCommitted, supersedes } from '../../../tracking/rules/step-standing.ts';
import type { StepRecord } from '../../../tracking/step-record.ts';
import type { Database } from './database.ts';
import { decodeDocument, encodeDocument } from './document.ts';

interface Row {
  readonly document: string;
}

/** Step records in SQLite. */
export function sqliteSteps(database: Database): StepStore {
  const select = database.prepare<Row>('SELECT document FROM steps WHERE run_id = ? AND key = ?');
  const all = database.prepare<Row>('SELECT document FROM steps WHERE run_id = ? ORDER BY key');
  const upsert = database.prepare(
    'INSERT INTO steps (run_id, key, document) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
  );

  const read = (run: string, key: string): StepRecord | undefined => {
    const row = select.get(run, key);
    return row && decodeDocument<StepRecord>(row.document);
  };
  const write = (record: StepRecord) => upsert.run(record.run, record.key, encodeDocument(record));

  return {
    async begin(record) {
      return database.write(() => {
        const standing = read(record.run, record.key);
        if (standing && supersedes(standing, record)) return { state: 'superseded', by: standing };
        write(record);
        return { state: 'begun' };
      });
    },
    async commit(record) {
      return database.write(() => {
        const standing = read(record.run, record.key);
        if (standing?.status !== 'running' || standing.attempt !== record.attempt) return isCommitted(standing, record);
        write(record);
        return true;
      });
    },
    async get(run, key) {
      return read(run, key);
    },
    async list(run) {
      return all.all(run).map(({ document }) => decodeDocument<StepRecord>(document));
    },
  };
}
