import { describe, expect, it } from 'vitest';
import { requireProfile } from '../../src/artifacts/profiles.ts';
import { profileTable } from '../../src/data/profile/profile-table.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { storeOutputs } from '../../src/runs/store-outputs.ts';
import { memoryArtifacts } from '../../src/stacks/local/memory-artifacts.ts';

describe('storeOutputs', () => {
  const store = memoryArtifacts(() => 0);

  it('stores artifacts under their hash and keeps scalars by value', async () => {
    const outputs = await storeOutputs(
      store,
      'artifacts/p/s',
      { a: 'json', n: 'scalar' },
      { a: { y: 1, x: [2] }, n: 3 },
    );

    expect(outputs.scalars).toEqual({ n: 3 });
    expect(outputs.artifacts['a']!.key).toBe(`artifacts/p/s/a/${outputs.artifacts['a']!.sha256}`);
    expect(new TextDecoder().decode(await store.read(outputs.artifacts['a']!.key))).toBe('{"x":[2],"y":1}');
  });

  it('stores beside each table its profile', async () => {
    const rows = tableOf({ price: 'float' }, { price: [1, 2] });
    const { artifacts } = await storeOutputs(store, 'artifacts/p/s', { rows: 'table' }, { rows });
    expect(await requireProfile(store, artifacts['rows']!)).toEqual(profileTable(rows));
  });

  it.each([
    ['step.output-missing', { a: 'json' }, {}],
    ['step.output-unknown', {}, { a: 1 }],
    ['step.bad-scalar', { a: 'scalar' }, { a: Number.NaN }],
    ['step.bad-scalar', { a: 'scalar' }, { a: 'x'.repeat(1_025) }],
    ['artifact.not-json', { a: 'json' }, { a: { when: new Date(0) } }],
    ['artifact.not-json', { a: 'json' }, { a: [1, Number.POSITIVE_INFINITY] }],
  ] as const)('throws %s', async (code, declared, returned) => {
    await expect(storeOutputs(store, 'artifacts/p/s', declared, returned)).rejects.toMatchObject({ code });
  });
});
