import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';

const columns = { price: 'float', photos: 'int', bought: 'time', city: 'text' } as const;

describe('tableOf', () => {
  it('holds every value under its column', () => {
    const table = tableOf(columns, {
      price: [1.5, Number.NaN],
      photos: [3, 4],
      bought: [0, 86_400_000],
      city: ['São Paulo', undefined],
    });

    expect(table.rowCount).toBe(2);
    expect(table.columns).toEqual(columns);
    expect(table.column('price').values).toEqual(Float64Array.of(1.5, Number.NaN));
    expect(table.column('bought')).toEqual({ kind: 'time', values: Float64Array.of(0, 86_400_000) });
    expect(table.column('city').at(0)).toBe('São Paulo');
    expect(table.column('city').at(1)).toBeUndefined();
    expect(table.column('city').length).toBe(2);
  });

  it('keeps a Float64Array without copying it', () => {
    const values = Float64Array.of(1, 2, 3);
    expect(tableOf({ price: 'float' }, { price: values }).column('price').values).toBe(values);
  });

  it('takes the text column of another table', () => {
    const city = tableOf({ city: 'text' }, { city: ['a', '', undefined] }).column('city');
    const table = tableOf({ town: 'text' }, { town: city });
    expect([0, 1, 2].map((row) => table.column('town').at(row))).toEqual(['a', '', undefined]);
  });

  it('takes a text column of any other make', () => {
    const shouts = { kind: 'text', length: 2, at: (row: number) => ['A', 'B'][row] } as const;
    expect(tableOf({ shout: 'text' }, { shout: shouts }).column('shout').at(1)).toBe('B');
  });

  it('has no rows without columns', () => {
    expect(tableOf({}, {}).rowCount).toBe(0);
  });

  it('refuses columns of different lengths, naming both', () => {
    expect(() => tableOf({ price: 'float', city: 'text' }, { price: [1, 2], city: ['a'] })).toThrow(
      expect.objectContaining({
        code: 'data.column-length',
        facts: expect.objectContaining({ seen: "'price' has 2 values, 'city' 1" }),
      }),
    );
  });

  it('names the nearest column when one is missing', () => {
    const table = tableOf({ price: 'float', city: 'text' }, { price: [1], city: ['a'] });
    expect(() => table.column('prise' as 'price')).toThrow(
      expect.objectContaining({
        code: 'data.column-missing',
        facts: expect.objectContaining({ mend: "did you mean 'price'?" }),
      }),
    );
  });
});
