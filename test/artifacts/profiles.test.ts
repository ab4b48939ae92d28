import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profileKeyOf, requireProfile, storeProfile } from '../../src/artifacts/profiles.ts';
import type { ArtifactStore } from '../../src/artifacts/artifact-store.ts';
import { profileTable } from '../../src/data/profile/profile-table.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { openFileArtifacts } from '../../src/stacks/local/file-artifacts.ts';

const table = tableOf({ price: 'float', state: 'text' }, { price: [1, 0.1], state: ['SP', undefined] });

const referenceTo = (key: string) => ({ type: 'table', key, sha256: 'abc', sizeBytes: 1 }) as const;

describe('profiles', () => {
  let folder: string;
  let store: ArtifactStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    store = openFileArtifacts(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

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
