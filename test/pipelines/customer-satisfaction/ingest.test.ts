import { describe, expect, it } from 'vitest';
import { orders } from '../../../pipelines/customer-satisfaction/columns.ts';
import { ingest } from '../../../pipelines/customer-satisfaction/ingest.ts';
import { encodeTable } from '../../../src/data/arrow/encode.ts';
import { generatedCsv, generatedRows, sourceOf } from './sample-rows.ts';
import { loggingContext, quietContext } from './step-contexts.ts';

async function ingestText(text: string, maxUnreadableShare = 0, context = quietContext()) {
  return ingest.run({}, { source: await sourceOf(text), maxUnreadableShare }, context);
}

describe('ingest', () => {
  it('reads the key, the features and the target of every row', async () => {
    const rows = await generatedRows(500);
    expect(rows.rowCount).toBe(500);
    expect(rows.columns).toEqual(orders.columns);
    expect(rows.column('order_id').at(0)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('gives the same bytes twice', async () => {
    const [once, again] = [await generatedRows(500), await generatedRows(500)];
    expect(encodeTable(once)).toEqual(encodeTable(again));
  });

  it('names a column that the header lacks, and the nearest it has', async () => {
    const text = generatedCsv(10).replace('freight_value', 'freight_vale');
    await expect(ingestText(text)).rejects.toMatchObject({
      code: 'data.column-missing',
      facts: { message: expect.stringContaining('freight_value'), mend: expect.stringContaining('freight_vale') },
    });
  });

  it('leaves out rows that it cannot read, up to the share allowed, and quotes them', async () => {
    const broken = generatedCsv(100).replace(/\n([^\n]*)\n/, '\nno order at all\n$1\n');
    const { context, log } = loggingContext();

    const { rows } = await ingestText(broken, 0.05, context);

    expect(rows.rowCount).toBe(100);
    expect(log().metrics).toContainEqual({ key: 'rows.unreadable', value: 1, step: 0 });
    expect(log().tags['rows.unreadable']).toContain('line 2');
    await expect(ingestText(broken, 0.001)).rejects.toMatchObject({ code: 'data.too-many-unreadable' });
  });

  it('refuses a file that is a header only', async () => {
    const [header] = generatedCsv(1).split('\n');
    await expect(ingestText(`${header}\n`)).rejects.toMatchObject({
      code: 'data.no-rows',
      facts: { message: expect.stringContaining('orders.csv') },
    });
  });
});
