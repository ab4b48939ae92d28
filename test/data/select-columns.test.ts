import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/data/rows.ts';
import { dropColumns, selectColumns, withColumns } from '../../src/data/select-columns.ts';
import { tableOf } from '../../src/data/table-of.ts';

const table = tableOf(
  { price: 'float', photos: 'int', city: 'text' },
  { price: [1.5, 2], photos: [3, 4], city: ['Rio', undefined] },
);

describe('selectColumns', () => {
  it('keeps the columns named, in that order, without copying', () => {
    const selected = selectColumns(table, ['city', 'price']);
    expect(Object.keys(selected.columns)).toEqual(['city', 'price']);
    expect(selected.rowCount).toBe(2);
    expect(selected.column('price').values).toBe(table.column('price').values);
  });

  it('names the nearest of a column that is not there', () => {
    expect(() => selectColumns(table, ['citi' as 'city'])).toThrow(
      expect.objectContaining({ code: 'data.column-missing' }),
    );
  });
});

describe('dropColumns', () => {
  it('keeps all others in their order', () => {
    expect([...rowsOf(dropColumns(table, ['photos']))]).toEqual([
      { price: 1.5, city: 'Rio' },
      { price: 2, city: undefined },
    ]);
  });

  it('refuses a column that is not there', () => {
    expect(() => dropColumns(table, ['photo' as 'photos'])).toThrow(
      expect.objectContaining({ code: 'data.column-missing' }),
    );
  });
});

describe('withColumns', () => {
  it('adds columns at the end', () => {
    const wider = withColumns(table, { score: 'float' }, { score: [5, 1] });
    expect(Object.keys(wider.columns)).toEqual(['price', 'photos', 'city', 'score']);
    expect(wider.column('score').values).toEqual(Float64Array.of(5, 1));
    expect(wider.column('city').at(0)).toBe('Rio');
  });

  it('puts a column in the place of one of the same name', () => {
    const replaced = withColumns(table, { price: 'text' }, { price: ['dear', 'cheap'] });
    expect(Object.keys(replaced.columns)).toEqual(['price', 'photos', 'city']);
    expect(replaced.column('price').at(1)).toBe('cheap');
  });

  it('refuses a column of another length', () => {
    expect(() => withColumns(table, { score: 'float' }, { score: [5] })).toThrow(
      expect.objectContaining({ code: 'data.column-length' }),
    );
  });
});
