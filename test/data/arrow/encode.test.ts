import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../src/data/arrow/decode.ts';
import { encodeTable } from '../../../src/data/arrow/encode.ts';
import { selectRows } from '../../../src/data/select-rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import type { Table } from '../../../src/data/table.ts';
import { tableContents } from '../table-contents.ts';
import { arbitraryTable } from './arbitrary-table.ts';

function roundTrip(table: Table): unknown {
  return tableContents(decodeTable(encodeTable(table)));
}

describe('encodeTable', () => {
  it('writes what decodeTable reads', () => {
    fc.assert(
      fc.property(arbitraryTable, (table) => {
        expect(roundTrip(table)).toEqual(tableContents(table));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['zeros, infinities, denormals', { x: 'float' }, { x: [0, -0, Infinity, -Infinity, 5e-324, -2.2e-308, 1.7e308] }],
    ['the greatest integers', { x: 'int' }, { x: [2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 32, -(2 ** 32), -1, 0] }],
    ['astral, empty and missing texts', { x: 'text' }, { x: ['𝄞😀', '', undefined, 'é\0"\n'] }],
    ['columns with every value missing', { x: 'float', y: 'int', z: 'time', t: 'text' }, allMissing(9)],
    ['no rows', { x: 'float', y: 'int', z: 'time', t: 'text' }, allMissing(0)],
    ['no columns', {}, {}],
    ['a name that is no identifier', { 'preço "R$", 😀': 'float' }, { 'preço "R$", 😀': [1] }],
  ] as const)('keeps %s', (_, columns, values) => {
    const table = tableOf<Table['columns']>(columns, values);
    expect(roundTrip(table)).toEqual(tableContents(table));
  });

  it('gives the same bytes for the same table, however it was made', () => {
    const table = tableOf({ x: 'float', t: 'text' }, { x: [1, Number.NaN, 3], t: ['a', undefined, 'ccc'] });
    const again = selectRows(
      tableOf({ x: 'float', t: 'text' }, { x: [3, 1, Number.NaN], t: ['ccc', 'a', undefined] }),
      [1, 2, 0],
    );
    expect(encodeTable(again)).toEqual(encodeTable(table));
    expect(encodeTable(decodeTable(encodeTable(table)))).toEqual(encodeTable(table));
  });

  it('does not write the bits of NaN, which differ between machines', () => {
    const oddNaN = new Float64Array(new BigUint64Array([0xfff8_0000_0000_0123n, 0x3ff0_0000_0000_0000n]).buffer);
    const odd = tableOf({ x: 'float' }, { x: oddNaN });
    expect(encodeTable(odd)).toEqual(encodeTable(tableOf({ x: 'float' }, { x: [Number.NaN, 1] })));
  });

  it.each([
    ['int', 1.5],
    ['int', 2 ** 53],
    ['time', Infinity],
  ] as const)('refuses, in a column of kind %s, %s', (kind, value) => {
    expect(() => encodeTable(tableOf({ x: kind }, { x: [0, value] }))).toThrow(
      expect.objectContaining({
        code: 'data.not-an-integer',
        facts: expect.objectContaining({ seen: `${value} in row 1` }),
      }),
    );
  });
});

function allMissing(rowCount: number) {
  const numbers = Array.from({ length: rowCount }, () => Number.NaN);
  return { x: numbers, y: numbers, z: numbers, t: numbers.map(() => undefined) };
}
