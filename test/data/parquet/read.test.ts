import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../src/data/parquet/read.ts';
import { openLocalSourceFile } from '../../../src/stacks/local/local-source-file.ts';
import { tableContents } from '../table-contents.ts';
import { fixtureFile } from './fixture.ts';

const { NaN: none, MAX_SAFE_INTEGER: most } = Number;
const noon = Date.UTC(2018, 4, 3, 12);
const day = 86_400_000;

describe('readParquet', () => {
  it.each(['types', 'types-v2'])('reads every type that a kind of column can hold (%s)', async (name) => {
    const table = await readParquet(await fixtureFile(name), {
      double: 'float',
      single: 'float',
      half: 'float',
      huge: 'float',
      small_decimal: 'float',
      decimal: 'float',
      long: 'int',
      short: 'int',
      byte: 'int',
      unsigned: 'int',
      unsigned_long: 'int',
      flag: 'int',
      text: 'text',
      category: 'text',
      empty: 'text',
      millis: 'time',
      micros: 'time',
      nanos: 'time',
      day: 'time',
      after: 'float',
    });
    expect(tableContents(table)).toEqual({
      rowCount: 6,
      columns: [
        ['double', 'float', [1.5, none, -0, Infinity, 5e-324, none]],
        ['single', 'float', [1.5, none, -0.25, -Infinity, 0.5, 3]],
        ['half', 'float', [1.5, none, -0.25, 0.5, 65504, 2 ** -24]],
        ['huge', 'float', [2 ** 64, none, 0, 1, 2, 3]],
        ['small_decimal', 'float', [0.07, -12.5, 1.1, 0, 9999999.99, 3]],
        ['decimal', 'float', [0.007, -12.5, Number('12345678901234567.891'), 0, 1.1, 3]],
        ['long', 'int', [most, none, -most, 0, 1, 2]],
        ['short', 'int', [32767, none, -32768, 0, 1, 2]],
        ['byte', 'int', [255, none, 0, 1, 2, 3]],
        ['unsigned', 'int', [2 ** 32 - 1, none, 0, 1, 2, 3]],
        ['unsigned_long', 'int', [most, none, 0, 1, 2, 3]],
        ['flag', 'int', [1, none, 0, 1, 0, 1]],
        ['text', 'text', ['São Paulo', undefined, '', '𝄞 "Rio"\n', 'Olinda', 'x'.repeat(100)]],
        ['category', 'text', ['SP', undefined, 'RJ', 'SP', 'SP', 'RJ']],
        ['empty', 'text', [undefined, undefined, undefined, undefined, undefined, undefined]],
        ['millis', 'time', [noon + 123, none, -1, 0, 1, 2]],
        ['micros', 'time', [noon + 123, none, -1, 0, 0, -2]],
        ['nanos', 'time', [noon + 123, none, -1, 0, 0, -2]],
        ['day', 'time', [noon - day / 2, none, -day, 0, none, Date.UTC(9999, 11, 31)]],
        ['after', 'float', [1, 2, 3, 4, 5, 6]],
      ],
    });
  });

  it('reads the instants of old writers', async () => {
    const table = await readParquet(await fixtureFile('int96'), { stamp: 'time' });
    expect([...table.column('stamp').values]).toEqual([noon, none, noon - 20_000 * day - 1]);
  });

  it.each(['none', 'snappy', 'gzip', 'brotli', 'zstd', 'delta', 'split'])('reads many pages (%s)', async (name) => {
    const table = await readParquet(await fixtureFile(name), { number: 'int', long: 'int', city: 'text' });
    const rows = Array.from({ length: 1000 }, (_, row) => row);
    expect(tableContents(table)).toEqual({
      rowCount: 1000,
      columns: [
        ['number', 'int', rows.map((row) => ((row * 7) % 301) - 100)],
        ['long', 'int', rows.map((row) => (row % 11 === 0 ? none : row * row * 12345))],
        ['city', 'text', rows.map((row) => (row % 13 === 0 ? undefined : `city ${(row * row) % 97}`))],
      ],
    });
  });

  it('tells after each row group how many rows of how many were read', async () => {
    const told: number[][] = [];

    await readParquet(await fixtureFile('zstd'), { number: 'int' }, (done, total) => told.push([done, total]));

    expect(told).toEqual([
      [300, 1000],
      [600, 1000],
      [900, 1000],
      [1000, 1000],
    ]);
  });

  it('reads columns that can have no null', async () => {
    const table = await readParquet(await fixtureFile('required'), { city: 'text', number: 'int' });
    expect(tableContents(table)).toMatchObject({
      columns: [
        ['city', 'text', ['a', 'b', 'a']],
        ['number', 'int', [1, 2, 3]],
      ],
    });
  });

  it('reads a file of no rows', async () => {
    const table = await readParquet(await fixtureFile('no-rows'), { number: 'int', city: 'text' });
    expect(tableContents(table)).toEqual({
      rowCount: 0,
      columns: [
        ['number', 'int', []],
        ['city', 'text', []],
      ],
    });
  });

  it('reads three million flights', { timeout: 30_000 }, async () => {
    const path = new URL('../../../node_modules/vega-datasets/data/flights-3m.parquet', import.meta.url).pathname;
    const table = await readParquet(await openLocalSourceFile(path), { date: 'time', delay: 'int', origin: 'text' });
    expect(table.rowCount).toBe(3_000_000);
    expect(new Date(table.column('date').values[0]!).toISOString()).toBe('2001-01-01T00:01:00.000Z');
    expect([...table.column('delay').values.subarray(0, 5)]).toEqual([33, 19, 14, -13, 1]);
    expect(table.column('delay').values.reduce((total, delay) => total + delay, 0)).toBe(20_003_603);
    expect(table.column('origin').at(0)).toBe('LAS');
  });
});
