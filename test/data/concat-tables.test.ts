import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatTables } from '../../src/data/concat-tables.ts';
import { selectRows } from '../../src/data/select-rows.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { arbitraryTable } from './arrow/arbitrary-table.ts';
import { tableContents } from './table-contents.ts';

describe('concatTables', () => {
  it('gives back a table cut anywhere', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), (table, places) => {
        const cuts = [...places.filter((place) => place <= table.rowCount), table.rowCount].toSorted((a, b) => a - b);
        const parts = cuts.map((end, index) => selectRows(table, range(index === 0 ? 0 : cuts[index - 1]!, end)));
        expect(tableContents(concatTables(table.columns, parts))).toEqual(tableContents(table));
      }),
    );
  });

  it('gives a table without rows for no tables', () => {
    const columns = { price: 'float', city: 'text' } as const;
    expect(tableContents(concatTables(columns, []))).toEqual(tableContents(tableOf(columns, { price: [], city: [] })));
  });
});

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
