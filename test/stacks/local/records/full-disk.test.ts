import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../src/stacks/local/records/database.ts';
import { migrate } from '../../../../src/stacks/local/records/migrate.ts';
import { migrations } from '../../../../src/stacks/local/records/migrations.ts';
import { sqliteLogs } from '../../../../src/stacks/local/records/logs.ts';
import { sqliteRuns } from '../../../../src/stacks/local/records/runs.ts';
import { newId, runSample } from '../../../conformance/record-store/samples.ts';

const UNUSABLE = {
  code: 'records.unusable',
  facts: { seen: expect.stringContaining('full'), mend: expect.stringContaining('has room') },
};

describe('records on a disk without room', () => {
  let folder: string;
  let database: Database;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    database = openDatabase(join(folder, 'records.sqlite'));
    database.run('PRAGMA journal_mode = WAL');
    migrate(database, migrations);
  });
  afterEach(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });

  const allowPages = (count: number) => database.run(`PRAGMA max_page_count = ${count}`);
  const quickCheck = () => database.prepare('PRAGMA quick_check').get();

  it('say so, keep what they have, and take more when there is room again', async () => {
    const runs = sqliteRuns(database);
    const kept = runSample();
    await runs.create(kept);
    allowPages(1); // SQLite takes the pages there are for the least
    const stored: string[] = [];
    const fill = async () => {
      for (;;) {
        const run = { ...runSample(), id: newId() };
        await runs.create(run);
        stored.push(run.id);
      }
    };

    await expect(fill()).rejects.toMatchObject(UNUSABLE);

    expect(quickCheck()).toEqual({ quick_check: 'ok' });
    expect(await runs.get(kept.id)).toEqual(kept);
    for (const id of stored) expect(await runs.get(id)).toMatchObject({ id });
    allowPages(1_000_000);
    expect(await runs.create({ ...runSample(), id: newId() })).toBe('created');
  });

  it('keep nothing of a batch that does not fit', async () => {
    const logs = sqliteLogs(database);
    const parameters = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`p${at}`, 'x'.repeat(400)]));
    allowPages(1);

    await expect(logs.log('a', { parameters })).rejects.toMatchObject(UNUSABLE);

    expect(await logs.data('a')).toEqual({ metrics: {}, parameters: {}, tags: {} });
    allowPages(1_000_000);
    await logs.log('a', { parameters });
    expect((await logs.data('a')).parameters).toEqual(parameters);
  });
});
