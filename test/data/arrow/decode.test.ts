import { readFileSync } from 'node:fs';
import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../src/data/arrow/decode.ts';
import { encodeTable } from '../../../src/data/arrow/encode.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { tableContents } from '../table-contents.ts';

const written = encodeTable(
  tableOf(
    { price: 'float', photos: 'int', city: 'text' },
    { price: [1, Number.NaN, 3], photos: [1, 2, 3], city: ['Rio', undefined, 'Olinda'] },
  ),
);

describe('decodeTable', () => {
  /** Written by write-pyarrow-fixture.py beside it. */
  it('reads what pyarrow writes', () => {
    const table = decodeTable(readFileSync(new URL('pyarrow.arrow', import.meta.url)));
    const { NaN: none, MAX_SAFE_INTEGER: most } = Number;
    expect(tableContents(table)).toEqual({
      rowCount: 5,
      columns: [
        ['price', 'float', [1.5, none, -0, Infinity, 5e-324]],
        ['photos', 'int', [4, none, -most, most, 0]],
        ['bought', 'time', [Date.UTC(2018, 4, 3, 12), none, -1, 0, Date.UTC(9999, 11, 31, 23, 59, 59, 999)]],
        ['city', 'text', ['São Paulo', undefined, '', '𝄞 "Rio"\n', 'Olinda']],
        ['empty', 'text', [undefined, undefined, undefined, undefined, undefined]],
      ],
    });
  });

  it('reads bytes from any place in memory', () => {
    for (let shift = 0; shift < 8; shift++) {
      const memory = new Uint8Array(written.length + shift);
      memory.set(written, shift);
      expect(tableContents(decodeTable(memory.subarray(shift)))).toEqual(tableContents(decodeTable(written)));
    }
  });

  it('refuses a file cut anywhere', () => {
    for (let size = 0; size < written.length; size++) {
      expect(() => decodeTable(written.subarray(0, size))).toThrow(
        expect.objectContaining({ code: 'data.arrow-damaged' }),
      );
    }
  });

  it('ends, for any bits turned over, in a table or an error of its own', () => {
    const codes = new Set<string>();
    for (let position = 0; position < written.length; position++) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const bytes = written.slice();
        bytes[position]! ^= mask;
        codes.add(outcomeOf(bytes));
      }
    }
    expect([...codes].toSorted()).toEqual([
      'a table',
      'data.arrow-damaged',
      'data.arrow-unsupported',
      'data.not-an-integer',
    ]);
  });

  it('refuses bytes of any other kind', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(outcomeOf(bytes)).toBe('data.arrow-damaged');
      }),
    );
  });

  it.each([
    ['another type', tableFromArrays({ x: Int8Array.of(1, 2) })],
    ['dictionaries', tableFromArrays({ x: ['a', 'b', 'a'] })],
  ])('refuses %s', (_, table) => {
    expect(() => decodeTable(tableToIPC(table, { format: 'file' })!)).toThrow(
      expect.objectContaining({ code: 'data.arrow-unsupported' }),
    );
  });
});

function outcomeOf(bytes: Uint8Array): string {
  try {
    tableContents(decodeTable(bytes));
    return 'a table';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
