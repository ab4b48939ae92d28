import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readCsvWithReport } from '../../../src/data/csv/read-with-report.ts';
import { readCsv } from '../../../src/data/csv/read.ts';
import { streamCsv } from '../../../src/data/csv/stream.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';

const file = (text: string, name = 'orders.csv') => ({ name, read: () => Readable.from([Buffer.from(text)]) });
const columns = { price: 'float' } as const;

describe('reading a file of CSV', () => {
  it('reads bytes of which nobody knows whence, too', async () => {
    expect((await readCsv(file('price\n1\n').read(), columns)).rowCount).toBe(1);
    expect((await readCsv(file('price\n1\n'), columns)).rowCount).toBe(1);
  });

  it.each([
    ['price\nfour\n', 'data.not-a-number', 'orders.csv: "four" on line 2; 1 such cell'],
    ['price\n1,2\n', 'data.csv-field-count', 'orders.csv: more than 1'],
    ['prise\n1\n', 'data.column-missing', 'orders.csv: prise'],
    ['', 'data.csv-empty', 'orders.csv: 0 bytes'],
  ])('names the file whose content is wrong: %j', async (text, code, seen) => {
    const expected = { code, facts: { seen: expect.stringContaining(seen) } };
    await expect(readCsv(file(text), columns)).rejects.toMatchObject(expected);
    await expect(Array.fromAsync(streamCsv(file(text), columns).batches())).rejects.toMatchObject(expected);
  });

  it('names the file of which too many rows are left out', async () => {
    const read = readCsvWithReport(file('price\nfour\n'), columns, { maxUnreadableShare: 0 });
    await expect(read).rejects.toMatchObject({
      code: 'data.too-many-unreadable',
      facts: { seen: expect.stringMatching(/^orders\.csv: 1 of 1 rows/) },
    });
  });

  it('leaves a fault of the file itself, which names it, and mistakes of the program as they are', async () => {
    const gone = new SluiceError({ code: 'data.file-missing', message: 'gone', seen: 'orders.csv', mend: 'find it' });
    for (const error of [gone, new RangeError('a mistake')]) {
      const broken = {
        name: 'orders.csv',
        read: () => Readable.from([Buffer.from('price\n')]).map(() => Promise.reject(error)),
      };
      await expect(readCsv(broken, columns)).rejects.toBe(error);
    }
  });
});
