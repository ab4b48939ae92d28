import { encodeRunPosition } from '../../../tracking/keys/run-position.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { RunStore } from '../../../tracking/record-store.ts';
import { isUnderWay } from '../../../tracking/rules/under-way.ts';
import { unknownRun } from '../../../tracking/rules/unknown-run.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { runOfStored, type StoredRun } from '../../../tracking/stored-run.ts';
import type { Database } from './database.ts';
import { decodeDocument, encodeDocument } from './document.ts';
import { runRemover } from './remove-run.ts';

interface Row {
  readonly document: string;
}

/** Runs in SQLite. */
export function sqliteRuns(database: Database): RunStore {
  const insert = database.prepare(
    'INSERT INTO runs (id, experiment_id, position, document) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const select = database.prepare<Row>('SELECT document FROM runs WHERE id = ?');
  const update = database.prepare('UPDATE runs SET document = ? WHERE id = ?');
  const after = database.prepare<Row>(
    'SELECT document FROM runs WHERE experiment_id = ? AND position > ? ORDER BY position LIMIT ?',
  );
  const beginning = database.prepare<{ readonly id: string }>('SELECT id FROM runs WHERE id >= ? AND id < ?');

  const read = (id: string): RunRecord | undefined => {
    const row = select.get(id);
    return row && toRun(row);
  };
  const replace = (run: RunRecord): RunRecord => {
    update.run(encodeDocument(run), run.id);
    return run;
  };

  return {
    async create(run) {
      const created = insert.run(run.id, run.experimentId, encodeRunPosition(run), encodeDocument(run));
      return created ? 'created' : 'exists';
    },
    async get(id) {
      return read(id);
    },
    async finish(id, ending) {
      return database.write(() => {
        const run = read(id);
        if (!run) throw unknownRun(id);
        return isUnderWay(run) ? replace({ ...run, ...ending }) : run;
      });
    },
    async admit(id) {
      return database.write(() => {
        const run = read(id);
        if (!run) throw unknownRun(id);
        return run.status === 'queued' ? replace({ ...run, status: 'running' }) : run;
      });
    },
    async renewLease(id, leaseUntilMs) {
      return database.write(() => {
        const run = read(id);
        if (!run || !isUnderWay(run)) return false;
        replace({ ...run, leaseUntilMs });
        return true;
      });
    },
    async idsBeginning(prefix) {
      return beginning.all(prefix, `${prefix}\u{10FFFF}`).map(({ id }) => id);
    },
    remove: runRemover(database),
    async list(experimentId, request) {
      const listing = ['runs', experimentId] as const;
      const start = startPage(listing, request);
      const rows = after.all(experimentId, start.after ?? '', start.rows);
      return endPage(listing, start, rows.map(toRun), encodeRunPosition);
    },
  };
}

function toRun({ document }: Row): RunRecord {
  return runOfStored(decodeDocument<StoredRun>(document));
}
