import { describe, expect, it } from 'vitest';
import { checkColumns } from '../../src/data/check-columns.ts';
import type { Columns } from '../../src/data/table.ts';

describe('checkColumns', () => {
  it('gives back columns of the kinds that there are', () => {
    const columns = { price: 'float', rooms: 'int', state: 'text', sold: 'time' } as const;

    expect(checkColumns(columns)).toBe(columns);
  });

  it.each([
    ['number', 'declare it as one of these'],
    ['flaot', 'did you mean float?'],
    ['toString', 'declare it as one of these'],
  ])('refuses the kind %s', (kind, mend) => {
    const columns = { area: 'int', rent: kind } as Columns;

    expect(() => checkColumns(columns)).toThrow(
      expect.objectContaining({
        code: 'data.unknown-kind',
        message: "column 'rent' is of a kind that there is not",
        facts: expect.objectContaining({ seen: kind, allowed: 'float, int, text, time', mend }),
      }),
    );
  });
});
