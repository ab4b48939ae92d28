import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectRows } from '../../src/data/collect-rows.ts';
import { concatTables } from '../../src/data/concat-tables.ts';
import { rebatch } from '../../src/data/rebatch.ts';
import { streamOf } from '../../src/data/stream-of.ts';
import { arbitraryTable } from './arrow/arbitrary-table.ts';
import { tableContents } from './table-contents.ts';

const batchRows = fc.integer({ min: 1, max: 50 });

describe('streamOf', () => {
  it('gives, collected, the table it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, batchRows, async (table, most) => {
        expect(tableContents(await collectRows(streamOf(table, most)))).toEqual(tableContents(table));
      }),
    );
  });
});

describe('rebatch', () => {
  it('gives the same rows in batches of the length asked for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, batchRows, batchRows, async (table, before, after) => {
        const batches = await Array.fromAsync(rebatch(streamOf(table, before), after));
        expect(tableContents(concatTables(table.columns, batches))).toEqual(tableContents(table));
        expect(batches.slice(0, -1).every(({ rowCount }) => rowCount === after)).toBe(true);
        expect(batches.length).toBe(Math.ceil(table.rowCount / after));
      }),
    );
  });
});
