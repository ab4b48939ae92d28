import type { TriggerStore } from '../../../tracking/record-store.ts';
import { checkRecordName } from '../../../tracking/rules/name.ts';
import type { Database } from './database.ts';

/** Claims of trigger keys in SQLite; those out of time are removed by the next claim. */
export function sqliteTriggers(database: Database): TriggerStore {
  const removeExpired = database.prepare('DELETE FROM trigger_claims WHERE expires_at_ms <= ?');
  const insert = database.prepare(
    'INSERT INTO trigger_claims (key, run_id, expires_at_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const select = database.prepare<{ run_id: string }>('SELECT run_id FROM trigger_claims WHERE key = ?');

  return {
    async claim(key, run, expiresAtMs, nowMs) {
      checkRecordName('trigger', key);
      return database.write(() => {
        removeExpired.run(nowMs);
        insert.run(key, run, expiresAtMs);
        const winner = select.get(key)!.run_id;
        return { run: winner, won: winner === run };
      });
    },
  };
}
