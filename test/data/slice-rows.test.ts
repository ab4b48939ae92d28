import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectRows } from '../../src/data/select-rows.ts';
import { sliceRows } from '../../src/data/slice-rows.ts';
import { arbitraryTable } from './arrow/arbitrary-table.ts';
import { tableContents } from './table-contents.ts';

describe('sliceRows', () => {
  it('gives the rows that selectRows gives for the same indices, also of a slice', () => {
    fc.assert(
      fc.property(arbitraryTable, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (table, left, right) => {
        const [start, end] = [Math.min(left, right, table.rowCount), Math.min(Math.max(left, right), table.rowCount)];
        const indices = Array.from({ length: end - start }, (_, index) => start + index);
        const slice = sliceRows(table, start, end);
        expect(tableContents(slice)).toEqual(tableContents(selectRows(table, indices)));
        const half = Math.floor(slice.rowCount / 2);
        const rest = sliceRows(slice, half, slice.rowCount);
        expect(tableContents(rest)).toEqual(tableContents(selectRows(table, indices.slice(half))));
      }),
    );
  });
});
