import { isUnderWay } from '../../../tracking/rules/under-way.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import type { Database } from './database.ts';
import { decodeDocument } from './document.ts';

const TABLES_OF_A_RUN = ['steps', 'parameters', 'tags', 'latest_metrics', 'metric_points'];

/** Removes a run that has ended with all rows that are its own; false when there is none or it has not ended. */
export function runRemover(database: Database): (id: string) => Promise<boolean> {
  const select = database.prepare<{ document: string }>('SELECT document FROM runs WHERE id = ?');
  const deletions = [
    ...TABLES_OF_A_RUN.map((table) => database.prepare(`DELETE FROM ${table} WHERE run_id = ?`)),
    database.prepare('DELETE FROM runs WHERE id = ?'),
  ];
  return async (id) =>
    database.write(() => {
      const row = select.get(id);
      if (!row || isUnderWay(decodeDocument<RunRecord>(row.document))) return false;
      for (const deletion of deletions) deletion.run(id);
      return true;
    });
}
