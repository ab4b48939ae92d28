import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/data/csv/read.ts';
import { streamCsv } from '../../../src/data/csv/stream.ts';
import { collectRows } from '../../../src/data/collect-rows.ts';
import { inChunks } from '../in-chunks.ts';
import { tableContents } from '../table-contents.ts';

const columns = { price: 'float', city: 'text' } as const;

describe('streamCsv', () => {
  it('gives the rows of readCsv, as often as asked for', async () => {
    const csv = 'price,city\n1,Rio\n,"Olinda\n"\n?,Recife\n';
    const stream = streamCsv({ read: () => inChunks(csv) }, columns, { missing: ['', '?'] });
    const expected = tableContents(await readCsv(inChunks(csv), columns, { missing: ['', '?'] }));
    expect(stream.columns).toEqual(columns);
    for (let time = 0; time < 2; time++) expect(tableContents(await collectRows(stream))).toEqual(expected);
  });

  it('gives no row after a cell that is not of its column, and throws at the end of the file', async () => {
    const csv = `price,city\n${'1,Rio\n'.repeat(1_000_000)}cheap,Olinda\n${'2,Rio\n'.repeat(1000)}dear,Natal\n`;
    let rowCount = 0;
    const read = async () => {
      for await (const batch of streamCsv({ read: () => inChunks(csv, [1 << 20]) }, columns).batches()) {
        expect(batch.column('price').values.every((price) => price === 1)).toBe(true);
        rowCount += batch.rowCount;
      }
    };
    await expect(read()).rejects.toMatchObject({ facts: { seen: '"cheap" on line 1000002; 2 such cells' } });
    expect(rowCount).toBeLessThanOrEqual(1_000_000);
  });
});
