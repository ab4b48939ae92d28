import { describe, expect, it } from 'vitest';
import { collectRows } from '../../../src/data/collect-rows.ts';
import { readCsvWithReport } from '../../../src/data/csv/read-with-report.ts';
import { streamCsvWithReport } from '../../../src/data/csv/stream-with-report.ts';
import type { UnreadableRows } from '../../../src/data/csv/unreadable-rows.ts';
import { inChunks } from '../in-chunks.ts';
import { tableContents } from '../table-contents.ts';

const columns = { price: 'float', city: 'text' } as const;

function stream(csv: string, maxUnreadableShare = 1, chunkSizes = [7]) {
  const reports: UnreadableRows[] = [];
  const file = { name: 'orders.csv', read: () => inChunks(csv, chunkSizes) };
  const report = (unreadable: UnreadableRows) => void reports.push(unreadable);
  return { rows: streamCsvWithReport(file, columns, { maxUnreadableShare, report }), reports };
}

describe('streamCsvWithReport', () => {
  it('gives the rows and the report of readCsvWithReport, each time that the file is read', async () => {
    const csv = 'price,city\n1,"Rio\nde Janeiro"\ncheap,Olinda\n2,Recife,c\n3,Natal\n';
    const { rows, reports } = stream(csv);
    const { table, unreadable } = await readCsvWithReport(inChunks(csv), columns, { maxUnreadableShare: 1 });

    for (let time = 0; time < 2; time++) expect(tableContents(await collectRows(rows))).toEqual(tableContents(table));

    expect(unreadable).toMatchObject({ count: 2, share: 0.5, examples: [{ line: 4 }, { line: 5 }] });
    expect(reports).toEqual([unreadable, unreadable]);
  });

  it('leaves rows out of every batch of a long file, whose lines it counts on', async () => {
    const csv = `price,city\n${'1,Rio\n'.repeat(1_000_000)}cheap,Olinda\n${'2,Rio\n'.repeat(1_000_000)}dear,Natal\n`;
    const { rows, reports } = stream(csv, 0.001, [1 << 20]);
    let rowCount = 0;

    for await (const batch of rows.batches()) rowCount += batch.rowCount;

    expect(rowCount).toBe(2_000_000);
    expect(reports).toMatchObject([{ count: 2, examples: [{ line: 1_000_002 }, { line: 2_000_003 }] }]);
  });

  it('ends in an error above the share, which names the file, and reports nothing', async () => {
    const { rows, reports } = stream(`price,city\n${'1,Rio\n'.repeat(9)}x,Rio\n`, 0.09);

    await expect(collectRows(rows)).rejects.toMatchObject({
      code: 'data.too-many-unreadable',
      facts: { seen: 'orders.csv: 1 of 10 rows: line 11: column \'price\' has "x", which is no number' },
    });
    expect(reports).toEqual([]);
  });

  it('still refuses a file that is broken as a whole', async () => {
    await expect(collectRows(stream('price,city\n1,"Rio\n').rows)).rejects.toMatchObject({
      code: 'data.csv-unclosed-quote',
    });
  });

  it('closes the file for a reader who wants no more', async () => {
    let isClosed = false;
    async function* read() {
      try {
        yield Buffer.from(`price,city\n${'1,Rio\n'.repeat(1_000_000)}`);
        yield Buffer.from('2,Rio\n');
      } finally {
        isClosed = true;
      }
    }
    const rows = streamCsvWithReport({ read }, columns, { maxUnreadableShare: 0, report: () => {} });

    for await (const _ of rows.batches()) break;

    expect(isClosed).toBe(true);
  });
});
