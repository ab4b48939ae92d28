import { describe, expect, it } from 'vitest';
import { ColumnarTable } from '../../../src/data/columnar-table.ts';
import { selectRows } from '../../../src/data/select-rows.ts';
import { IndicatorColumn } from '../../../src/models/transforms/indicator-column.ts';

const levels = { codes: Int32Array.of(2, 0, 1, 0), levelCount: 3 };

describe('IndicatorColumn', () => {
  it('is 1 in the rows of its level', () => {
    expect([0, 1, 2].map((level) => [...new IndicatorColumn(levels, level).values])).toEqual([
      [0, 1, 0, 1],
      [0, 0, 1, 0],
      [1, 0, 0, 0],
    ]);
  });

  it('is a column of numbers to whatever reads a table', () => {
    const table = new ColumnarTable({ is: 'float' } as const, 4, new Map([['is', new IndicatorColumn(levels, 0)]]));
    expect([...selectRows(table, [3, 0]).column('is').values]).toEqual([1, 0]);
  });
});
