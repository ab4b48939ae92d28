import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../../src/cli/run-command-line.ts';
import { migrate } from '../../../../src/stacks/local/records/migrate.ts';
import { migrations } from '../../../../src/stacks/local/records/migrations.ts';
import { openDatabase } from '../../../../src/stacks/local/records/database.ts';
import { openSqliteRecords } from '../../../../src/stacks/local/records/open.ts';
import { fakeContext } from '../../../cli/fake-context.ts';
import { runSample } from '../../../conformance/record-store/samples.ts';

const RUN = 'df6fe4db5fee5eb123e59ca8fc7dfc39';

let folder: string;
let path: string;
let context: ReturnType<typeof fakeContext>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  context = fakeContext(folder);
  await context.openStack('local').then((stack) => stack.close()); // makes the home
  path = join(context.home, 'records.sqlite');
  await rm(path);
  const older = new DatabaseSync(path);
  older.exec(await readFile(join(import.meta.dirname, 'fixtures/version-1.sql'), 'utf8'));
  older.close();
});
afterEach(() => rm(folder, { recursive: true }));

function versionOf(file: string): unknown {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare('PRAGMA user_version').get();
  database.close();
  return row?.['user_version'];
}

describe('a store that schema version 1 has written', () => {
  it('is brought to the newest version when it is opened, and loses nothing', async () => {
    expect(versionOf(path)).toBe(1);

    const records = openSqliteRecords(path);

    expect(versionOf(path)).toBe(migrations.length);
    expect(await records.runs.get(RUN)).toMatchObject({
      pipeline: 'customer-satisfaction',
      status: 'completed',
      parameters: { model: 'linear', testShare: 0.2 },
    });
    expect((await records.steps.list(RUN)).map(({ key }) => key)).toHaveLength(6);
    expect((await records.logs.data(RUN)).metrics['mse']?.value).toBeCloseTo(2.0006, 4);
    expect(await records.registry.release('customer-satisfaction')).toMatchObject({ champion: 1, sequence: 1 });
    await records.close();
  });

  it('is written to as any other', async () => {
    const records = openSqliteRecords(path);
    const run = runSample({ origin: { kind: 'resume', run: RUN } });
    await records.runs.create(run);
    expect(await records.runs.get(run.id)).toEqual(run);
    await records.close();
  });

  it('has plans that do not say what steps read, which read as reading nothing', async () => {
    const records = openSqliteRecords(path);
    const { plan } = (await records.runs.get(RUN))!;
    expect(plan[2]).toEqual({ node: 'train', step: 'train', inputs: {}, parameters: {} });
    const [{ id } = { id: '' }] = (await records.experiments.list({ limit: 1 })).items;
    expect((await records.runs.list(id, { limit: 1 })).items[0]!.plan).toEqual(plan);
    await records.close();
  });

  it.each([
    ['runs', 'df6fe4db5fee  customer-satisfaction'],
    ['show df6f', 'released customer-satisfaction version 1'],
    ['why df6f train', 'did not yet record why'],
    ['lineage customer-satisfaction@champion', RUN.slice(0, 12)],
    [`compare df6f ${RUN}`, 'No parameter differs'],
    ['models history customer-satisfaction', RUN],
    ['gc --dry-run', 'would remove 4 cache entries'], // its artifacts are not beside the fixture
  ])('is read by `sluice %s`', async (line, says) => {
    expect(await runCommandLine(line.split(' '), context)).toBe(0);
    expect(context.outputs.join('')).toContain(says);
  });

  it('is brought through every version to come', () => {
    const database = openDatabase(path);
    migrate(database, [...migrations, 'ALTER TABLE runs ADD COLUMN note TEXT']);
    database.close();
    expect(versionOf(path)).toBe(migrations.length + 1);
    expect(() => openSqliteRecords(path)).toThrow(expect.objectContaining({ code: 'records.newer-schema' }));
  });
});
