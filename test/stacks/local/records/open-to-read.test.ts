import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayOnlyRead } from '../../../../src/stacks/local/records/may-only-read.ts';
import { openSqliteRecords, openSqliteRecordsToRead } from '../../../../src/stacks/local/records/open.ts';
import { runSample } from '../../../conformance/record-store/samples.ts';

const run = runSample();
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  path = join(folder, 'records #1?.db');
  const records = openSqliteRecords(path);
  await records.runs.create(run);
  await records.close();
});
afterEach(() => rm(folder, { recursive: true }));

describe('openSqliteRecordsToRead', () => {
  it('reads what is there, and leaves nothing beside it', async () => {
    const before = await readdir(folder);

    const records = openSqliteRecordsToRead(path);

    expect(await records.runs.get(run.id)).toEqual(run);
    expect(await readdir(folder)).toEqual(before);
    await records.close();
  });

  it('writes nothing, and says so', async () => {
    const records = openSqliteRecordsToRead(path);

    await expect(records.runs.create(runSample())).rejects.toMatchObject({ code: 'records.unusable' });
    await records.close();
  });

  it('sees what another process has written and not yet moved into the file', async () => {
    const writer = openSqliteRecords(path);
    const later = runSample();
    await writer.runs.create(later);

    const records = openSqliteRecordsToRead(path);

    expect(await records.runs.get(later.id)).toEqual(later);
    await records.close();
    await writer.close();
  });

  it('sees what another process writes later', async () => {
    const records = openSqliteRecordsToRead(path);
    expect(await records.runs.get(run.id)).toEqual(run);
    const writer = openSqliteRecords(path);

    for (const later of [runSample(), runSample()]) {
      await writer.runs.create(later);
      expect(await records.runs.get(later.id)).toEqual(later);
    }

    await writer.close();
    await records.close();
  });

  it('sees what another process wrote between two looks, with the log moved into the file', async () => {
    const records = openSqliteRecordsToRead(path);

    for (const later of Array.from({ length: 20 }, () => runSample())) {
      const writer = openSqliteRecords(path);
      await writer.runs.create(later);
      await writer.close();
      expect(await readdir(folder)).toEqual([basename(path)]);
      expect(await records.runs.get(later.id)).toEqual(later);
    }

    await records.close();
  });

  it('says that the file is gone, and reads it when it is back', async () => {
    const records = openSqliteRecordsToRead(path);
    await rename(path, `${path}.away`);

    await expect(records.runs.get(run.id)).rejects.toMatchObject({ code: 'records.unusable' });
    await rename(`${path}.away`, path);

    expect(await records.runs.get(run.id)).toEqual(run);
    await records.close();
  });

  it.each([
    [1, 'records.unusable'],
    [99, 'records.newer-schema'],
  ])('refuses records of schema version %d', (version, code) => {
    const other = new DatabaseSync(path);
    other.exec(`PRAGMA user_version = ${version}`);
    other.close();

    expect(() => openSqliteRecordsToRead(path)).toThrow(expect.objectContaining({ code }));
  });
});

describe('mayOnlyRead', () => {
  it('is said of no file that may be written, and of none that is not there', () => {
    expect(mayOnlyRead(path)).toBe(false);
    expect(mayOnlyRead(join(folder, 'none.db'))).toBe(false);
  });
});
