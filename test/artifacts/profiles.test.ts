import { describe, expect, it } from 'vitest';
import { profileKeyOf, requireProfile, storeProfile } from '../../src/artifacts/profiles.ts';
import { profileTable } from '../../src/data/profile/profile-table.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { memoryArtifacts } from '../../src/stacks/local/memory-artifacts.ts';

const table = tableOf({ price: 'float', state: 'text' }, { price: [1, 0.1], state: ['SP', undefined] });

const referenceTo = (key: string) => ({ type: 'table', key, sha256: 'abc', sizeBytes: 1 }) as const;

describe('profiles', () => {
  const store = memoryArtifacts(() => 0);

  it('are read as they were stored, beside their artifact', async () => {
    await storeProfile(store, 'artifacts/p/s/rows/abc', table);
    expect(await requireProfile(store, referenceTo('artifacts/p/s/rows/abc'))).toEqual(profileTable(table));
    expect(await store.size(profileKeyOf('artifacts/p/s/rows/abc'))).toBeGreaterThan(0);
  });

  it('may be stored twice', async () => {
    await storeProfile(store, 'artifacts/p/s/rows/twice', table);
    await expect(storeProfile(store, 'artifacts/p/s/rows/twice', table)).resolves.toBeUndefined();
  });

  it('are of tables alone', async () => {
    const model = { ...referenceTo('artifacts/p/s/model/abc'), type: 'model' } as const;
    await expect(requireProfile(store, model)).rejects.toMatchObject({
      code: 'artifact.no-profile',
      facts: { mend: 'name a table artifact' },
    });
  });

  it('may have been removed', async () => {
    const removed = requireProfile(store, referenceTo('artifacts/p/s/rows/none'));
    await expect(removed).rejects.toMatchObject({ facts: { mend: expect.stringContaining('--no-cache') } });
  });
});
