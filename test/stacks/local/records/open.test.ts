import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecords } from '../../../../src/stacks/local/records/open.ts';
import { runSample } from '../../../conformance/record-store/samples.ts';

describe('openSqliteRecords', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    path = join(folder, 'records.db');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('finds what it wrote when opened again', async () => {
    const run = runSample();
    const before = openSqliteRecords(path);
    await before.runs.create(run);
    await before.close();
    const after = openSqliteRecords(path);
    await expect(after.runs.get(run.id)).resolves.toEqual(run);
    await after.close();
  });

  it('lets readers read while another writes', async () => {
    const store = openSqliteRecords(path);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.runs.get('any')).resolves.toBeUndefined();
    other.close();
    await store.close();
  });

  it('refuses a file of a newer schema and leaves it as it is', async () => {
    await openSqliteRecords(path).close();
    const other = new DatabaseSync(path);
    other.exec('PRAGMA user_version = 99');
    other.close();
    expect(() => openSqliteRecords(path)).toThrow(expect.objectContaining({ code: 'records.newer-schema' }));
  });

  it.each([
    ['text', () => Buffer.from('these are no records\n'.repeat(100))],
    ['a header and then noise', async () => noiseAfterHeader(path)],
  ])('refuses a file of %s', async (_what, content) => {
    await writeFile(path, await content());
    expect(() => openSqliteRecords(path)).toThrow(expect.objectContaining({ code: 'records.corrupt' }));
  });

  it('refuses a file in a folder that is not there', () => {
    const unusable = expect.objectContaining({ code: 'records.unusable' });
    expect(() => openSqliteRecords(join(folder, 'absent', 'records.db'))).toThrow(unusable);
  });

  it('numbers versions without gap when threads that share only the file register at once', async () => {
    const workers = Array.from({ length: 4 }, () => {
      const workerData = { path, model: 'satisfaction' };
      return new Worker(new URL('register-versions.ts', import.meta.url), { workerData });
    });
    const exitCodes = await Promise.all(workers.map((worker) => once(worker, 'exit')));
    const store = openSqliteRecords(path);
    const { items } = await store.registry.versions('satisfaction', { limit: 1000 });
    await store.close();
    expect(exitCodes).toEqual([[0], [0], [0], [0]]);
    expect(items.map(({ version }) => version)).toEqual(Array.from({ length: 100 }, (_none, index) => 100 - index));
  });
});

/** A file of records with its first page kept up to the header's end. */
async function noiseAfterHeader(path: string): Promise<Buffer> {
  await openSqliteRecords(path).close();
  const bytes = await readFile(path);
  return bytes.fill(0xa5, 100);
}
