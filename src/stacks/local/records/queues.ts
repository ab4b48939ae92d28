import type { RunQueue } from '../../../tracking/queue.ts';
import type { QueueStore } from '../../../tracking/record-store.ts';
import type { Database } from './database.ts';

/** Queues of runs in SQLite. */
export function sqliteQueues(database: Database): QueueStore {
  const select = database.prepare<{ sequence: number; runs: string }>(
    'SELECT sequence, runs FROM run_queues WHERE pipeline = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO run_queues (pipeline, sequence, runs) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET sequence = excluded.sequence, runs = excluded.runs`,
  );

  const read = (pipeline: string): RunQueue => {
    const row = select.get(pipeline);
    return row ? { sequence: row.sequence, runs: JSON.parse(row.runs) as string[] } : { sequence: 0, runs: [] };
  };

  return {
    async get(pipeline) {
      return read(pipeline);
    },
    async replace(pipeline, { sequence, runs }) {
      return database.write(() => {
        if (read(pipeline).sequence !== sequence - 1) return false;
        upsert.run(pipeline, sequence, JSON.stringify(runs));
        return true;
      });
    },
  };
}
