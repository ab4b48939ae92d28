import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../../src/stacks/local/records/database.ts';
import { migrate } from '../../../../src/stacks/local/records/migrate.ts';

const first = 'CREATE TABLE letters (letter TEXT)';
const second = `ALTER TABLE letters ADD COLUMN upper TEXT; UPDATE letters SET upper = upper(letter)`;

describe('migrate', () => {
  let folder: string;
  let database: Database;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    database = openDatabase(join(folder, 'records.db'));
  });
  afterEach(async () => {
    database.close();
    await rm(folder, { recursive: true });
  });

  it('brings what an older version wrote to the newest version', () => {
    migrate(database, [first]);
    database.prepare('INSERT INTO letters VALUES (?)').run('a');
    migrate(database, [first, second]);
    expect(database.prepare('SELECT * FROM letters').all()).toEqual([{ letter: 'a', upper: 'A' }]);
  });

  it('applies each migration once', () => {
    migrate(database, [first, second]);
    expect(() => migrate(database, [first, second])).not.toThrow();
  });

  it('leaves the file as it was when a migration fails', () => {
    migrate(database, [first]);
    expect(() => migrate(database, [first, 'CREATE TABLE digits (digit TEXT); nonsense'])).toThrow('nonsense');
    expect(() => database.prepare('SELECT * FROM digits')).toThrow('no such table');
    expect(() => migrate(database, [first, second])).not.toThrow();
  });

  it('refuses a file of a newer version', () => {
    migrate(database, [first, second]);
    expect(() => migrate(database, [first])).toThrow(expect.objectContaining({ code: 'records.newer-schema' }));
  });
});
