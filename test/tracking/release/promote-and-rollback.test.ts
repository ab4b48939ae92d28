import { beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { promote } from '../../../src/tracking/release/promote.ts';
import { rollback } from '../../../src/tracking/release/rollback.ts';

const author = { by: 'user:ada', atMs: 5 };
const artifact = { type: 'model', key: 'artifacts/p/train/model/ab', sha256: 'ab', sizeBytes: 1 } as const;

describe('promote and rollback', () => {
  let records: RecordStore;
  beforeEach(async () => {
    records = openSqliteRecords(':memory:');
    for (const run of ['a', 'b', 'c']) {
      await records.registry.register({
        model: 'scores',
        artifact,
        run: run.repeat(32),
        stepKey: 'release',
        metrics: {},
        createdAtMs: 1,
      });
    }
    return () => records.close();
  });

  const kinds = async () => (await records.registry.history('scores', { limit: 10 })).items.map(({ kind }) => kind);

  it('promotes a version that is not the newest', async () => {
    await promote(records.registry, 'scores', 3, author);
    const release = await promote(records.registry, 'scores', 1, author);
    expect(release).toMatchObject({ champion: 1, sequence: 2, sinceMs: 5 });
  });

  it('changes nothing when the version serves already', async () => {
    const first = await promote(records.registry, 'scores', 2, author);
    const second = await promote(records.registry, 'scores', 2, { by: 'user:bob', atMs: 9 });
    expect(second).toEqual(first);
    expect(await kinds()).toEqual(['promote']);
  });

  it('refuses a version that was never registered', async () => {
    await expect(promote(records.registry, 'scores', 9, author)).rejects.toMatchObject({
      code: 'model.version-unknown',
    });
  });

  it('goes back one promotion, and two when asked twice', async () => {
    for (const version of [1, 2, 3]) await promote(records.registry, 'scores', version, author);
    expect(await rollback(records.registry, 'scores', author)).toMatchObject({ champion: 2 });
    expect(await rollback(records.registry, 'scores', author)).toMatchObject({ champion: 1 });
    expect(await kinds()).toEqual(['rollback', 'rollback', 'promote', 'promote', 'promote']);
  });

  it.each([
    ['nothing ever served', []],
    ['one version served', [1]],
  ])('refuses to go back when %s', async (_, versions) => {
    for (const version of versions) await promote(records.registry, 'scores', version, author);
    await expect(rollback(records.registry, 'scores', author)).rejects.toMatchObject({
      code: 'release.nothing-before',
    });
  });
});
