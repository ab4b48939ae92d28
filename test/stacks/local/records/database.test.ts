import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../../src/stacks/local/records/database.ts';

describe('openDatabase', () => {
  let folder: string;
  let database: Database;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    database = openDatabase(join(folder, 'records.db'));
    database.run('CREATE TABLE letters (letter TEXT PRIMARY KEY)');
  });
  afterEach(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });

  it('undoes a write that throws, and writes on after it', () => {
    const insert = database.prepare('INSERT INTO letters VALUES (?)');
    const failing = () =>
      database.write(() => {
        insert.run('a');
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    database.write(() => insert.run('b'));
    expect(database.prepare('SELECT letter FROM letters').all()).toEqual([{ letter: 'b' }]);
  });

  it('says how many rows a statement changed', () => {
    const insert = database.prepare('INSERT INTO letters VALUES (?) ON CONFLICT DO NOTHING');
    expect([insert.run('a'), insert.run('a')]).toEqual([1, 0]);
  });

  it('says that another holds the file when waiting was in vain', () => {
    const other = new DatabaseSync(join(folder, 'records.db'));
    const impatient = openDatabase(join(folder, 'records.db'), { busyTimeoutMs: 1 });
    other.exec('BEGIN IMMEDIATE');
    expect(() => impatient.write(() => 'written')).toThrow(
      expect.objectContaining({ code: 'records.unavailable', transient: true }),
    );
    other.close();
    impatient.close();
  });

  it('throws what is no fault of the file as it is', () => {
    expect(() => database.prepare('SELECT absent')).toThrow('no such column');
  });
});
