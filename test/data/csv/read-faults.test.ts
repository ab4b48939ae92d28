import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/data/csv/read.ts';
import type { Columns } from '../../../src/data/table.ts';
import { inChunks } from '../in-chunks.ts';

const columns = { price: 'float', city: 'text' } as const;

async function factsOf(csv: string | Uint8Array, wanted: Columns = columns, maxFieldBytes?: number): Promise<unknown> {
  const limits = maxFieldBytes === undefined ? {} : { maxFieldBytes };
  return readCsv(inChunks(csv), wanted, limits).then(
    () => 'no error',
    (error: { facts: unknown }) => error.facts,
  );
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('price,city\n');
  throw new Error('disk on fire');
}

describe('readCsv refuses', () => {
  it.each(['', '\ufeff'])('an empty file %j', async (csv) => {
    expect(await factsOf(csv)).toMatchObject({ code: 'data.csv-empty' });
  });

  it('a file without a wanted column, naming the nearest', async () => {
    expect(await factsOf('prices,city\n1,Rio\n')).toMatchObject({
      code: 'data.column-missing',
      message: "there is no column 'price'",
      seen: 'prices, city',
      mend: "did you mean 'prices'?",
    });
  });

  it('a header that names a wanted column twice', async () => {
    expect(await factsOf('price,city,price\n1,Rio,2\n')).toMatchObject({
      code: 'data.duplicate-column',
      seen: 'columns 1 and 3 of 3',
    });
  });

  it('text in a column of numbers, with its first line and the count', async () => {
    const csv = 'city,price\n"Rio\nde Janeiro",1\nOlinda,cheap\nRecife,dear\nNatal,12.5.1\n';
    expect(await factsOf(csv)).toMatchObject({
      code: 'data.not-a-number',
      message: "column 'price' has text where numbers are expected",
      seen: '"cheap" on line 4; 3 such cells',
    });
  });

  it.each(['0x10', '1_000', '1,5', ' ', '1e', '--1', 'Infinit', '1 2', '٣'])('%j as a number', async (text) => {
    expect(await factsOf(`price,city\n"${text}",Rio\n`)).toMatchObject({ code: 'data.not-a-number' });
  });

  it.each(['1.5', '9007199254740992', '1e300', 'inf'])('%s as an integer', async (text) => {
    expect(await factsOf(`photos\n${text}\n`, { photos: 'int' })).toMatchObject({
      code: 'data.not-an-integer',
      seen: `"${text}" on line 2; 1 such cell`,
    });
  });

  it('text as an integer', async () => {
    expect(await factsOf('photos\nmany\n', { photos: 'int' })).toMatchObject({ code: 'data.not-a-number' });
  });

  it('a date that does not exist', async () => {
    expect(await factsOf('bought\n2018-02-28\n2018-02-29\n', { bought: 'time' })).toMatchObject({
      code: 'data.not-a-time',
      seen: '"2018-02-29" on line 3; 1 such cell',
    });
  });

  it('a long bad cell, shown cut', async () => {
    expect(await factsOf(`price,city\n${'x'.repeat(500)},Rio\n`)).toMatchObject({
      seen: `"${'x'.repeat(60)}" … on line 2; 1 such cell`,
    });
  });

  it('a file cut inside a quote, with the line where it opened', async () => {
    const csv = 'price,city\n1,"Rio\nde Janeiro"\n2,"Olinda\nand\nmore';
    expect(await factsOf(csv)).toMatchObject({
      code: 'data.csv-unclosed-quote',
      seen: 'a quote that opens on line 4 and never closes',
    });
  });

  it('a header cut inside a quote', async () => {
    expect(await factsOf('price,"city\n1,Rio')).toMatchObject({ code: 'data.csv-unclosed-quote' });
  });

  it('text after a closing quote', async () => {
    expect(await factsOf('price,city\n1,"Rio" de Janeiro\n')).toMatchObject({
      code: 'data.csv-stray-quote',
      seen: 'line 2',
    });
  });

  it('a row with too few fields', async () => {
    expect(await factsOf('price,city\n1,Rio\n2\n')).toMatchObject({
      code: 'data.csv-field-count',
      message: 'line 3 has another number of fields than the header',
      seen: '1',
      allowed: '2, as in the header',
    });
  });

  it('a row with too many fields', async () => {
    expect(await factsOf('price,city\n1,Rio,x,y\n')).toMatchObject({
      code: 'data.csv-field-count',
      seen: 'more than 2',
    });
  });

  it('a last row that was cut off', async () => {
    expect(await factsOf('price,city\n1,Rio\n2')).toMatchObject({ code: 'data.csv-field-count' });
  });

  it.each([
    ['zero bytes', Buffer.from('price,city\n1,R\0o\n'), 'byte 0x00 at offset 14'],
    ['Latin-1', Buffer.from('price,city\n1,São Paulo\n', 'latin1'), 'byte 0xe3 at offset 14'],
    ['UTF-16', Buffer.from('\ufeffprice,city\n1,Rio\n', 'utf16le'), 'byte 0xff at offset 0'],
    ['a character cut in two', Buffer.from('price,city\n1,Sã').subarray(0, -1), 'byte 0xc3 at offset 14'],
  ])('%s, saying where', async (_, bytes, seen) => {
    expect(await factsOf(bytes)).toMatchObject({ code: 'data.csv-not-text', seen });
  });

  it('a field that never ends', async () => {
    const endless = `price,city\n1,Rio\n2,"${'Rio\n'.repeat(300_000)}`;
    expect(await factsOf(endless, columns, 1000)).toMatchObject({
      code: 'data.csv-field-too-long',
      message: 'a field that starts on line 3 does not end',
    });
  });

  it('a field over the limit though it ends', async () => {
    expect(await factsOf(`price,city\n1,${'x'.repeat(1001)}\n`, columns, 1000)).toMatchObject({
      code: 'data.csv-field-too-long',
    });
    expect(await factsOf(`price,city\n1,${'x'.repeat(1000)}\n`, columns, 1000)).toBe('no error');
  });

  it('a header that never ends', async () => {
    expect(await factsOf('price,'.repeat(100_000), columns, 1000)).toMatchObject({ code: 'data.csv-field-too-long' });
  });

  it('a source that fails, with the error of the source', async () => {
    await expect(readCsv(failing(), columns)).rejects.toThrow('disk on fire');
  });
});
