import { describe, expect, it } from 'vitest';
import { profileTable } from '../../../src/data/profile/profile-table.ts';
import { tableOf } from '../../../src/data/table-of.ts';

describe('profileTable', () => {
  it('has the columns in their order, times as numbers', () => {
    const table = tableOf(
      { state: 'text', bought: 'time', photos: 'int' },
      { state: ['SP', undefined], bought: [0, 86_400_000], photos: [1, Number.NaN] },
    );
    expect(profileTable(table)).toMatchObject({
      v: 1,
      rowCount: 2,
      columns: [
        { name: 'state', kind: 'text', nulls: 1, distinct: { count: 1 } },
        { name: 'bought', kind: 'time', nulls: 0, max: 86_400_000 },
        { name: 'photos', kind: 'int', nulls: 1, max: 1 },
      ],
    });
  });

  it('has the profiles of no rows for a table of none', () => {
    const profile = profileTable(tableOf({ state: 'text', price: 'float' }, { state: [], price: [] }));
    expect(profile).toMatchObject({
      rowCount: 0,
      columns: [
        { nulls: 0, distinct: { count: 0 }, length: null, frequent: [] },
        { nulls: 0, distinct: { count: 0 }, min: null },
      ],
    });
  });
});
