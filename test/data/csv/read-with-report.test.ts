import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvWithReport } from '../../../src/data/csv/read-with-report.ts';
import { inChunks } from '../in-chunks.ts';
import { tableContents } from '../table-contents.ts';

const columns = { price: 'float', photos: 'int', bought: 'time', city: 'text' } as const;

function read(csv: string, maxUnreadableShare = 1, chunkSizes = [7]) {
  return readCsvWithReport(inChunks(csv, chunkSizes), columns, { maxUnreadableShare });
}

describe('readCsvWithReport', () => {
  it('leaves out rows with bad cells or another number of fields, and quotes them with their lines', async () => {
    const csv = [
      'price,photos,bought,city,note',
      '1.5,1,2018-05-03,"Rio\nde Janeiro",a',
      'cheap,few,soon,Olinda,b',
      '2,2.5,2018-05-04,Recife,c',
      '3,3,2018-05-05',
      '4,4,2018-05-06,Natal,d,e',
      '5,,yesterday,Belém,f',
      '6,6,,,',
      '',
    ].join('\n');
    const { table, unreadable } = await read(csv);
    expect(tableContents(table)).toEqual({
      rowCount: 2,
      columns: [
        ['price', 'float', [1.5, 6]],
        ['photos', 'int', [1, 6]],
        ['bought', 'time', [Date.UTC(2018, 4, 3), Number.NaN]],
        ['city', 'text', ['Rio\nde Janeiro', undefined]],
      ],
    });
    expect(unreadable).toEqual({
      count: 5,
      share: 5 / 7,
      examples: [
        { line: 4, reason: 'column \'price\' has "cheap", which is no number' },
        { line: 5, reason: 'column \'photos\' has "2.5", which is no integer' },
        { line: 6, reason: '3 fields where the header has 5' },
        { line: 7, reason: '6 fields where the header has 5' },
        { line: 8, reason: 'column \'bought\' has "yesterday", which is no time' },
      ],
    });
  });

  it('reports nothing of a file that is all right', async () => {
    const { table, unreadable } = await read('price,photos,bought,city\n1,2,,Rio\n', 0);
    expect(table.rowCount).toBe(1);
    expect(unreadable).toEqual({ count: 0, share: 0, examples: [] });
  });

  it('reports nothing of a file of no rows', async () => {
    const { unreadable } = await read('price,photos,bought,city\n', 0);
    expect(unreadable).toEqual({ count: 0, share: 0, examples: [] });
  });

  it('allows the share it was given, and no more', async () => {
    const csv = `price,photos,bought,city\n${'1,1,,Rio\n'.repeat(9)}x,1,,Rio\n`;
    expect((await read(csv, 0.1)).unreadable.count).toBe(1);
    await expect(read(csv, 0.09)).rejects.toMatchObject({
      code: 'data.too-many-unreadable',
      facts: {
        seen: '1 of 10 rows: line 11: column \'price\' has "x", which is no number',
        allowed: 'at most 9 % of the rows',
        details: { count: 1, share: 0.1 },
      },
    });
  });

  it('still refuses a file whose rows cannot be told apart', async () => {
    await expect(read('price,photos,bought,city\n1,1,,"Rio\n')).rejects.toMatchObject({
      code: 'data.csv-unclosed-quote',
    });
    await expect(read('price,photos,bought,city\n1,1,,"Rio"x\n')).rejects.toMatchObject({
      code: 'data.csv-stray-quote',
    });
    await expect(read('price,photos,city\n')).rejects.toMatchObject({ code: 'data.column-missing' });
  });

  it('keeps every good row in its order, whatever stands between', async () => {
    const line = fc.oneof(
      { weight: 3, arbitrary: fc.nat().map((price) => ({ price, text: `${price},1,,Rio` })) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('x,1,,Rio', '1,1', '1,y,z,Rio,').map((text) => ({ price: undefined, text })),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        async (lines, sizes) => {
          const csv = `price,photos,bought,city\n${lines.map(({ text }) => `${text}\n`).join('')}`;
          const good = lines.filter(({ price }) => price !== undefined);
          const { table, unreadable } = await read(csv, 1, sizes);
          expect([...table.column('price').values]).toEqual(good.map(({ price }) => price));
          expect(unreadable.count).toBe(lines.length - good.length);
          const bad = lines.flatMap(({ price }, index) => (price === undefined ? [index + 2] : []));
          expect(unreadable.examples.map(({ line: at }) => at)).toEqual(bad.slice(0, 5));
        },
      ),
    );
  });
});
