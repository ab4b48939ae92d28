import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';
import { recordStoreSuite } from './record-store.ts';

recordStoreSuite('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  const path = join(folder, 'records.db');
  const store = openSqliteRecords(path);
  const second = openSqliteRecords(path);
  return {
    store,
    second,
    async close() {
      await store.close();
      await second.close();
      await rm(folder, { recursive: true });
    },
  };
});
