import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRun } from '../../../src/cli/find/find-run.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { runOf } from '../records.ts';

const [first, second, third] = ['abcd1', 'abcd2', 'cafe3'].map((prefix) => prefix.padEnd(32, '0'));

describe('findRun', () => {
  let folder: string;
  let records: RecordStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    records = openSqliteRecords(join(folder, 'records.sqlite'));
    const { id: experimentId } = await records.experiments.ensure('orders', 1);
    for (const [startedAtMs, id] of [third!, first!, second!].entries()) {
      await records.runs.create(runOf({ id, experimentId, startedAtMs }));
    }
    const origin = { kind: 'replay', run: first! } as const;
    await records.runs.create(runOf({ id: 'e'.repeat(32), experimentId, startedAtMs: 9, origin }));
  });
  afterAll(async () => {
    await records.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    [first!, first],
    ['abcd2', second],
    ['c', third],
    ['latest', second],
    ['previous', first],
  ])('finds %s', async (prefix, id) => {
    await expect(findRun(records, prefix)).resolves.toMatchObject({ id });
  });

  it('reads one run a pipeline to find the latest, and by its beginning none but the one meant', async () => {
    const { id: experimentId } = await records.experiments.ensure('rents', 1);
    for (let index = 0; index < 300; index++) {
      const id = index.toString(16).padStart(32, 'd');
      await records.runs.create(runOf({ id, experimentId, startedAtMs: -index }));
    }
    const read: string[] = [];
    const { runs } = records;
    const counted: RecordStore = {
      ...records,
      runs: {
        ...runs,
        get: async (id) => {
          read.push(id);
          return runs.get(id);
        },
        list: async (experiment, page) => {
          const listed = await runs.list(experiment, page);
          read.push(...listed.items.map(({ id }) => id));
          return listed;
        },
      },
    };

    await findRun(counted, 'latest');
    const forLatest = read.splice(0);
    await findRun(counted, 'abcd2');

    // of `orders` the newest is a replay, so that the one before it is read too, and one ahead
    expect(forLatest.length).toBeLessThanOrEqual(4);
    expect(read).toEqual(['abcd2', second]);
  });

  it('asks for more of an id that several runs begin with', async () => {
    await expect(findRun(records, 'abcd')).rejects.toMatchObject({
      code: 'run.ambiguous',
      facts: { allowed: expect.stringContaining(second!) },
    });
  });

  it.each([
    ['caef', 'did you mean cafe?'],
    ['lates', 'did you mean latest?'],
    ['f', '`sluice runs` lists'],
    ['', '`sluice runs` lists'],
    ['constructor', '`sluice runs` lists'],
  ])('knows no run for %j', async (prefix, mend) => {
    await expect(findRun(records, prefix)).rejects.toMatchObject({
      code: 'run.unknown',
      facts: { mend: expect.stringContaining(mend) },
    });
  });
});
