import type { CacheStore } from '../../../tracking/record-store.ts';
import type { CacheEntry } from '../../../tracking/step-record.ts';
import type { Database } from './database.ts';
import { decodeDocument, encodeDocument } from './document.ts';

/** Cache entries in SQLite. */
export function sqliteCache(database: Database): CacheStore {
  const select = database.prepare<{ document: string }>('SELECT document FROM cache WHERE key = ?');
  const upsert = database.prepare(
    'INSERT INTO cache (key, document) VALUES (?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
  );
  const remove = database.prepare('DELETE FROM cache WHERE key = ?');

  return {
    async get(cacheKey) {
      const row = select.get(cacheKey);
      return row && decodeDocument<CacheEntry>(row.document);
    },
    async put(cacheKey, entry) {
      upsert.run(cacheKey, encodeDocument(entry));
    },
    async remove(cacheKey) {
      remove.run(cacheKey);
    },
  };
}
