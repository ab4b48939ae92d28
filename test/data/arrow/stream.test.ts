import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../src/data/arrow/decode.ts';
import { decodeTableStream } from '../../../src/data/arrow/decode-stream.ts';
import { BATCH_ROWS, encodeTable, encodeTableStream } from '../../../src/data/arrow/encode.ts';
import { streamArrow } from '../../../src/data/arrow/stream.ts';
import { collectRows } from '../../../src/data/collect-rows.ts';
import { selectColumns } from '../../../src/data/select-columns.ts';
import { streamOf } from '../../../src/data/stream-of.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import type { Table } from '../../../src/data/table.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { tableContents } from '../table-contents.ts';
import { arbitraryTable } from './arbitrary-table.ts';

/** More rows than one batch takes, with gaps; the last batch is not full. */
const rowCount = 2 * BATCH_ROWS + 1000;
const large = tableOf(
  { price: 'float', photos: 'int', city: 'text' },
  {
    price: Float64Array.from({ length: rowCount }, (_, row) => (row % 1000 === 7 ? Number.NaN : row / 8)),
    photos: Float64Array.from({ length: rowCount }, (_, row) => row),
    city: Array.from({ length: rowCount }, (_, row) =>
      row > BATCH_ROWS && row % 3 === 0 ? undefined : `city ${row % 50}`,
    ),
  },
);
const largeBytes = encodeTable(large);

async function streamed(table: Table, batchRows: number): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(encodeTableStream(streamOf(table, batchRows))));
}

function sourceOf(bytes: Uint8Array) {
  return { sizeBytes: bytes.length, readRange: async (start: number, end: number) => bytes.subarray(start, end) };
}

describe('encodeTableStream', () => {
  it('gives the bytes of the whole table, however its rows come', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, fc.integer({ min: 1, max: 50 }), async (table, batchRows) => {
        expect(Buffer.compare(await streamed(table, batchRows), encodeTable(table))).toBe(0);
      }),
    );
    for (const batchRows of [50_000, BATCH_ROWS, 1_000_000]) {
      expect(Buffer.compare(await streamed(large, batchRows), largeBytes)).toBe(0);
    }
  });

  it('tells the row of a number that is no integer among all rows', async () => {
    const photos = Float64Array.from({ length: BATCH_ROWS + 10 }, (_, row) => (row === BATCH_ROWS + 3 ? 0.5 : row));
    const rows = streamOf(tableOf({ photos: 'int' }, { photos }), 777);
    await expect(Array.fromAsync(encodeTableStream(rows))).rejects.toMatchObject({
      code: 'data.not-an-integer',
      facts: { seen: `0.5 in row ${BATCH_ROWS + 3}` },
    });
  });
});

describe('a file of several batches', () => {
  it('is read whole by decodeTable', () => {
    expect(tableContents(decodeTable(largeBytes))).toEqual(tableContents(large));
  });

  it('is read batch by batch by decodeTableStream, more than once', async () => {
    const stream = await decodeTableStream(sourceOf(largeBytes));
    expect(stream.columns).toEqual(large.columns);
    for (let time = 0; time < 2; time++) {
      const batches = await Array.fromAsync(stream.batches());
      expect(batches.map((batch) => batch.rowCount)).toEqual([BATCH_ROWS, BATCH_ROWS, 1000]);
    }
    expect(tableContents(await collectRows(stream))).toEqual(tableContents(large));
  });
});

describe('decodeTableStream', () => {
  it('reads what decodeTable reads', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, async (table) => {
        const stream = await decodeTableStream(sourceOf(encodeTable(table)));
        expect(tableContents(await collectRows(stream))).toEqual(tableContents(table));
      }),
    );
  });

  it('reads only the columns asked for, in their order, and none of the bytes of others', async () => {
    let readBytes = 0;
    const { sizeBytes, readRange } = sourceOf(largeBytes);
    const counted = async (start: number, end: number) => {
      readBytes += end - start;
      return readRange(start, end);
    };
    const stream = await decodeTableStream({ sizeBytes, readRange: counted }, ['city', 'price']);
    expect(tableContents(await collectRows(stream))).toEqual(tableContents(selectColumns(large, ['city', 'price'])));
    expect(readBytes).toBeLessThan(sizeBytes - rowCount * 8);
  });

  it('reads any columns of any table', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTable, fc.subarray(['price', 'photos', 'bought', 'city']), async (table, names) => {
        const stream = await decodeTableStream(sourceOf(encodeTable(table)), names);
        const rows = names.length === 0 ? tableOf({}, {}) : selectColumns(table, names);
        expect(tableContents(await collectRows(stream))).toEqual(tableContents(rows));
      }),
    );
  });

  it('refuses a column that the file does not have', async () => {
    await expect(decodeTableStream(sourceOf(largeBytes), ['prices'])).rejects.toMatchObject({
      code: 'data.column-missing',
      facts: { mend: "did you mean 'price'?" },
    });
  });

  /** Written by write-pyarrow-fixture.py beside it. */
  it('reads what pyarrow writes', async () => {
    const bytes = readFileSync(new URL('pyarrow.arrow', import.meta.url));
    const stream = await decodeTableStream(sourceOf(bytes));
    expect(tableContents(await collectRows(stream))).toEqual(tableContents(decodeTable(bytes)));
  });

  it('refuses a file cut anywhere', async () => {
    const whole = encodeTable(
      tableOf({ price: 'float', city: 'text' }, { price: [1, Number.NaN], city: ['Rio', undefined] }),
    );
    for (let size = 0; size < whole.length; size++) {
      expect(await outcomeOf(whole.subarray(0, size))).toBe('data.arrow-damaged');
    }
  });

  it('refuses a source with fewer bytes than it says', async () => {
    const { sizeBytes, readRange } = sourceOf(largeBytes);
    const shorter = (start: number, end: number) => readRange(start, start < 1000 ? end - 1 : end);
    const stream = await decodeTableStream({ sizeBytes, readRange: shorter });
    await expect(collectRows(stream)).rejects.toMatchObject({ code: 'data.arrow-damaged' });
  });

  it('ends, for any bits turned over, in a table or an error of its own', async () => {
    const whole = encodeTable(
      tableOf({ price: 'float', city: 'text' }, { price: [1, Number.NaN], city: ['Rio', undefined] }),
    );
    for (let position = 0; position < whole.length; position++) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const bytes = whole.slice();
        bytes[position]! ^= mask;
        expect(await outcomeOf(bytes)).toMatch(/^(a table|data\.arrow-damaged|data\.arrow-unsupported)$/);
        expect(await outcomeOf(bytes, ['city'])).toMatch(/^(a table|data\.(arrow-\w+|column-missing))$/);
      }
    }
  });
});

describe('streamArrow', () => {
  const source = { ...sourceOf(largeBytes), name: 'orders.arrow' };

  it('gives the columns asked for', async () => {
    const stream = await streamArrow(source, { photos: 'int', price: 'float' });
    expect(stream.columns).toEqual({ photos: 'int', price: 'float' });
    expect(tableContents(await collectRows(stream))).toEqual(tableContents(selectColumns(large, ['photos', 'price'])));
  });

  it('refuses a column that is of another kind, or not there', async () => {
    await expect(streamArrow(source, { price: 'int' })).rejects.toMatchObject({
      code: 'contract.columns',
      facts: { seen: 'price (float)', allowed: 'price (int)' },
    });
    await expect(streamArrow(source, { prices: 'float' })).rejects.toMatchObject({ code: 'data.column-missing' });
  });
});

async function outcomeOf(bytes: Uint8Array, names?: readonly string[]): Promise<string> {
  try {
    tableContents(await collectRows(await decodeTableStream(sourceOf(bytes), names)));
    return 'a table';
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    return error.code;
  }
}
