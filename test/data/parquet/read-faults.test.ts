import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../src/data/parquet/read.ts';
import type { Columns } from '../../../src/data/table.ts';
import { memoryFile } from '../memory-file.ts';
import { tableContents } from '../table-contents.ts';
import { fixtureBytes, fixtureFile } from './fixture.ts';

const many = { number: 'int', long: 'int', city: 'text' } as const;

describe('readParquet refuses', () => {
  it.each([
    ['no bytes', '', 'data.not-parquet'],
    ['other bytes', 'price,city\n1,Rio\n', 'data.not-parquet'],
    ['the mark alone', 'PAR1', 'data.parquet-truncated'],
    ['no more than marks', 'PAR1\u0000\u0000\u0000\u0000PAR1', 'data.parquet-damaged'],
    ['a directory longer than the file', 'PAR1\u0001\u0000\u0000\u0000PAR1', 'data.parquet-truncated'],
  ])('%s', async (_, content, code) => {
    expect(await outcomeOf(content, many)).toBe(code);
  });

  it('a file cut anywhere', async () => {
    const whole = fixtureBytes('required');
    for (let size = 4; size < whole.length; size++) {
      expect(await outcomeOf(whole.subarray(0, size), { number: 'int' })).toBe('data.parquet-truncated');
    }
  });

  it.each([
    ['encrypted', { number: 'int' }, 'data.parquet-encrypted'],
    ['encrypted-column', { number: 'int' }, 'data.parquet-encrypted'],
    ['lz4', { number: 'int' }, 'data.parquet-codec'],
    ['types', { list: 'int' }, 'data.parquet-nested'],
    ['types', { struct: 'float' }, 'data.parquet-nested'],
    ['types', { text: 'int' }, 'data.parquet-kind'],
    ['types', { long: 'time' }, 'data.parquet-kind'],
    ['types', { millis: 'int' }, 'data.parquet-kind'],
    ['types', { binary: 'text' }, 'data.parquet-kind'],
    ['types-v2', { binary: 'text' }, 'data.parquet-kind'],
    ['types', { huge: 'int' }, 'data.not-an-integer'],
    ['types', { double: 'int' }, 'data.not-an-integer'],
    ['types', { decimal: 'int' }, 'data.not-an-integer'],
    ['types', { txt: 'text' }, 'data.column-missing'],
  ] as const)('of %s the columns %j', async (name, columns, code) => {
    await expect(readParquet(await fixtureFile(name), columns)).rejects.toMatchObject({ code });
  });

  it('a column it does not have, with the nearest', async () => {
    await expect(readParquet(await fixtureFile('zstd'), { cty: 'text' })).rejects.toMatchObject({
      facts: { seen: 'number, long, city', mend: "did you mean 'city'?" },
    });
  });

  it('a kind that a column has not, with the one it has', async () => {
    await expect(readParquet(await fixtureFile('types'), { millis: 'float' })).rejects.toMatchObject({
      facts: { seen: 'INT64 as TIMESTAMP', allowed: "'time'" },
    });
  });
});

describe('readParquet of a damaged file', () => {
  it('says so', async () => {
    const bytes = Uint8Array.from(fixtureBytes('zstd')).fill(0xff, 100, 120);
    expect(await outcomeOf(bytes, many)).toBe('data.parquet-damaged');
  });

  it('says that an encoding is unknown', async () => {
    const bytes = Buffer.from(fixtureBytes('delta'));
    // In the first page's header, as zigzag: DELTA_BINARY_PACKED is 5, BIT_PACKED, which is given up, 4.
    bytes[bytes.indexOf(Buffer.from([0x15, 10]))! + 1] = 8;
    expect(await outcomeOf(bytes, { number: 'int' })).toBe('data.parquet-encoding');
  });

  it.each(['zstd', 'snappy', 'delta', 'split', 'types', 'types-v2'])(
    'ends in a table or a code of its own (%s)',
    { timeout: 30_000 },
    async (name) => {
      const whole = fixtureBytes(name);
      const columns: Columns = name.startsWith('types')
        ? { double: 'float', text: 'text', decimal: 'float', nanos: 'time' }
        : many;
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: whole.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (position, mask) => {
            const bytes = Uint8Array.from(whole);
            bytes[position]! ^= mask;
            expect(await outcomeOf(bytes, columns)).toMatch(/^a table$|^data\./);
          },
        ),
        { numRuns: 100 },
      );
    },
  );
});

async function outcomeOf(content: Uint8Array | string, columns: Columns): Promise<string> {
  try {
    tableContents(await readParquet(await memoryFile('orders.parquet', content), columns));
    return 'a table';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
}
