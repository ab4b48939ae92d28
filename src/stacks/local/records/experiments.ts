import { newExperimentId } from '../../../tracking/keys/experiment-id.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { Experiment, ExperimentStore } from '../../../tracking/record-store.ts';
import { checkRecordName } from '../../../tracking/rules/name.ts';
import type { Database } from './database.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly created_at_ms: number;
}

const listing = ['experiments'] as const;

/** Experiments in SQLite. */
export function sqliteExperiments(database: Database): ExperimentStore {
  const insert = database.prepare(
    'INSERT INTO experiments (id, name, created_at_ms) VALUES (?, ?, ?) ON CONFLICT (name) DO NOTHING',
  );
  const byName = database.prepare<Row>('SELECT id, name, created_at_ms FROM experiments WHERE name = ?');
  const byId = database.prepare<Row>('SELECT id, name, created_at_ms FROM experiments WHERE id = ?');
  const after = database.prepare<Row>(
    'SELECT id, name, created_at_ms FROM experiments WHERE name > ? ORDER BY name LIMIT ?',
  );

  return {
    async ensure(name, atMs) {
      checkRecordName('experiment', name);
      if (!byName.get(name)) insert.run(newExperimentId(name), name, atMs);
      return toExperiment(byName.get(name)!);
    },
    async get(id) {
      const row = byId.get(id);
      return row && toExperiment(row);
    },
    async list(request) {
      const start = startPage(listing, request);
      const experiments = after.all(start.after ?? '', start.rows).map(toExperiment);
      return endPage(listing, start, experiments, ({ name }) => name);
    },
  };
}

function toExperiment(row: Row): Experiment {
  return { v: 1, id: row.id, name: row.name, createdAtMs: row.created_at_ms };
}
