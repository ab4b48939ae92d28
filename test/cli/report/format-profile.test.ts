import { describe, expect, it } from 'vitest';
import { formatProfile } from '../../../src/cli/report/format-profile.ts';
import { profileTable } from '../../../src/data/profile/profile-table.ts';
import { tableOf } from '../../../src/data/table-of.ts';

describe('formatProfile', () => {
  it('shows numbers, times and texts a line a column, on one line each', () => {
    const table = tableOf(
      { price: 'float', at: 'time', city: 'text' },
      {
        price: [1, 2, 3, Number.NaN],
        at: [0, 60_000, 120_000, 180_000],
        city: ['São Paulo\nSP', 'Rio', 'Rio', undefined],
      },
    );

    const lines = formatProfile(profileTable(table)).split('\n');

    expect(lines[0]).toBe('4 rows, 3 columns');
    expect(lines.map((line) => line === '')).toEqual([false, true, false, false, false, true, false, false, true]);
    expect(lines.find((line) => line.startsWith('price'))).toMatch(/^price +float +1 +3 +1 +1 +2 +3 +3 +2$/);
    expect(lines.find((line) => line.startsWith('price'))).toHaveLength(lines[2]!.length);
    expect(lines.find((line) => line.startsWith('at'))).toMatch(/1970-01-01 00:00 .* 1970-01-01 00:03/);
    expect(lines.find((line) => line.startsWith('city'))).toContain('Rio (2), São Paulo\\nSP (1)');
  });

  it('shows a column without values, and a table without columns of a kind', () => {
    const text = formatProfile(profileTable(tableOf({ price: 'float' }, { price: [Number.NaN] })));
    expect(text).toMatch(/price +float +1 +0\n/);
    expect(text).not.toContain('most frequent');
  });
});
