import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsvField, formatCsvRow } from '../../../src/data/csv/format.ts';
import { readCsv } from '../../../src/data/csv/read.ts';
import { type Row, rowsOf } from '../../../src/data/rows.ts';
import type { Columns } from '../../../src/data/table.ts';
import { inChunks } from '../in-chunks.ts';

async function rowsRead<const C extends Columns>(csv: string | Uint8Array, columns: C): Promise<Row<C>[]> {
  return [...rowsOf(await readCsv(inChunks(csv), columns))];
}

/** Texts rich in what CSV treats specially; a zero byte is refused, so there is none. */
const cell = fc
  .array(fc.oneof(fc.constantFrom(...'",\r\n a'), fc.string({ unit: 'grapheme', maxLength: 1 })))
  .map((parts) => parts.join('').replaceAll('\0', ''));

/** `String(-0)` is "0". */
function numberOrText(value: number | string): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

describe('readCsv', () => {
  it('reads the columns asked for, in that order, and passes over the others', async () => {
    const csv = 'id,price,note,city\na,1.5,"x, y",Rio\nb,-2,,Olinda\n';
    expect(await rowsRead(csv, { city: 'text', price: 'float' })).toEqual([
      { city: 'Rio', price: 1.5 },
      { city: 'Olinda', price: -2 },
    ]);
  });

  it('reads integers, times and texts by their kind', async () => {
    const csv = 'photos,bought,city\n4.0,2018-05-03 12:00:00,São Paulo\n-7,2018-05-03T09:00:00-03:00,𝄞 "Rio"\n';
    expect(await rowsRead(csv, { photos: 'int', bought: 'time', city: 'text' })).toEqual([
      { photos: 4, bought: Date.UTC(2018, 4, 3, 12), city: 'São Paulo' },
      { photos: -7, bought: Date.UTC(2018, 4, 3, 12), city: '𝄞 "Rio"' },
    ]);
  });

  it('takes newlines, commas and doubled quotes inside quotes as they are', async () => {
    const csv = 'comment,score\n"first ""line""\nsecond, line\r\nthird",5\n"""",1\n';
    expect(await rowsRead(csv, { comment: 'text', score: 'int' })).toEqual([
      { comment: 'first "line"\nsecond, line\r\nthird', score: 5 },
      { comment: '"', score: 1 },
    ]);
  });

  it('reads a byte order mark, mixed line ends, blank lines and no line end at the end', async () => {
    const csv = '\ufeffprice,city\r\n1,Rio\n\n2,"Olinda"\r\n\r\n3,Recife';
    expect(await rowsRead(csv, { price: 'float', city: 'text' })).toEqual([
      { price: 1, city: 'Rio' },
      { price: 2, city: 'Olinda' },
      { price: 3, city: 'Recife' },
    ]);
  });

  it('takes a blank line for a missing value when there is one column', async () => {
    expect(await rowsRead('price\n1\n\n2\n', { price: 'float' })).toEqual([
      { price: 1 },
      { price: undefined },
      { price: 2 },
    ]);
  });

  it('takes empty, NA, NaN and null for missing in every kind of column', async () => {
    const csv = 'f,i,t,s\n,,,\nNA,NA,NA,NA\nNaN,NaN,NaN,NaN\nnull,null,null,null\n"","","",""\n';
    const rows = await rowsRead(csv, { f: 'float', i: 'int', t: 'time', s: 'text' });
    expect(rows).toEqual(Array.from({ length: 5 }, () => ({ f: undefined, i: undefined, t: undefined, s: undefined })));
  });

  it('takes other texts for missing when told, even those that look like values', async () => {
    const csv = 'price,bought,city\n-1,1970-01-01,NA\n5,2018-05-03,?\n';
    const columns = { price: 'float', bought: 'time', city: 'text' } as const;
    const table = await readCsv(inChunks(csv), columns, { missing: ['-1', '1970-01-01', '?'] });
    expect([...rowsOf(table)]).toEqual([
      { price: undefined, bought: undefined, city: 'NA' },
      { price: 5, bought: Date.UTC(2018, 4, 3), city: undefined },
    ]);
  });

  it('takes a quote inside an unquoted field as it is', async () => {
    expect(await rowsRead('size,city\n5",Rio\n', { size: 'text' })).toEqual([{ size: '5"' }]);
  });

  it('gives a table without rows for a header alone', async () => {
    const table = await readCsv(inChunks('price,city\n'), { city: 'text', price: 'float' });
    expect(table.rowCount).toBe(0);
    expect(table.columns).toEqual({ city: 'text', price: 'float' });
  });

  it('reads quoted header names', async () => {
    expect(await rowsRead('"a ""b""","c,\nd"\n1,2\n', { 'a "b"': 'int', 'c,\nd': 'int' })).toEqual([
      { 'a "b"': 1, 'c,\nd': 2 },
    ]);
  });

  it('reads a field far longer than a chunk', async () => {
    const long = 'ã"\n'.repeat(200_000);
    const table = await readCsv(inChunks(formatCsvRow(['note']) + formatCsvRow([long]), [65_536]), { note: 'text' });
    expect(table.column('note').at(0)).toBe(long);
  });

  it('gives back what was written, however the bytes are cut', async () => {
    const columns = { left: 'text', price: 'float', photos: 'int', right: 'text' } as const;
    const rows = fc.array(fc.tuple(cell, fc.double({ noNaN: true }), fc.maxSafeInteger(), cell), { maxLength: 12 });
    const chunkSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, chunkSizes, async (expected, sizes) => {
        const lines = expected.map((row) => formatCsvRow(row.map(numberOrText)));
        const csv = formatCsvRow(Object.keys(columns)) + lines.join('');
        const table = await readCsv(inChunks(csv, sizes), columns, { missing: [] });
        const read = expected.map((_, row) => [
          table.column('left').at(row),
          table.column('price').values[row],
          table.column('photos').values[row],
          table.column('right').at(row),
        ]);
        expect(read).toEqual(expected);
      }),
    );
  });

  it('reads the same from every form of a file', async () => {
    const columns = { left: 'text', price: 'float', right: 'text' } as const;
    const rows = fc.array(fc.tuple(cell, fc.double({ noNaN: true }), cell), { maxLength: 8 });
    const form = fc.record({
      quoteAll: fc.boolean(),
      crlf: fc.boolean(),
      mark: fc.boolean(),
      lastLineEnd: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(rows, form, async (expected, { quoteAll, crlf, mark, lastLineEnd }) => {
        const fields = [Object.keys(columns), ...expected.map((row) => row.map(numberOrText))];
        const format = (text: string) => (quoteAll ? quoted(text) : formatCsvField(text));
        const lines = fields.map((line) => line.map(format).join(','));
        const lineEnd = crlf ? '\r\n' : '\n';
        const csv = (mark ? '\ufeff' : '') + lines.join(lineEnd) + (lastLineEnd ? lineEnd : '');
        const table = await readCsv(inChunks(csv), columns, { missing: [] });
        const read = expected.map((_, row) => [
          table.column('left').at(row),
          table.column('price').values[row],
          table.column('right').at(row),
        ]);
        expect([table.rowCount, read]).toEqual([expected.length, expected]);
      }),
    );
  });
});
