import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsvRow } from '../../../src/data/csv/format.ts';
import { PlainRecord } from '../../../src/data/csv/plain-record.ts';

/** The fields of the record at the start of the text, and where the next one starts; undefined for a second look. */
function found(text: string, fieldCount: number): { fields: string[]; next: number; newlines: number } | undefined {
  const bytes = Buffer.from(`${text}\n`);
  const record = new PlainRecord(fieldCount);
  const next = record.find(bytes, 0, bytes.length - 1);
  if (next === undefined) return undefined;
  const fields = Array.from(record.starts, (start, field) => bytes.toString('utf8', start, record.ends[field]));
  return { fields, next, newlines: record.newlines };
}

describe('PlainRecord', () => {
  it('finds fields with and without quotes, up to either line end', () => {
    expect(found('a,"b,\nc",,"d"\r\nnext', 4)).toEqual({ fields: ['a', 'b,\nc', '', 'd'], next: 15, newlines: 1 });
    expect(found('a,b\r\nnext', 2)).toEqual({ fields: ['a', 'b'], next: 5, newlines: 0 });
    expect(found('\nnext', 1)).toEqual({ fields: [''], next: 1, newlines: 0 });
  });

  it.each([
    ['doubled quotes', 'a,"b""c"\n', 2],
    ['text after a closing quote', 'a,"b"c\n', 2],
    ['too few fields', 'a\nb,c\n', 2],
    ['too many fields', 'a,b,c\n', 2],
    ['a record without its line end', 'a,b', 2],
    ['a field cut inside quotes', 'a,"b\n', 2],
    ['a closing quote at the end', 'a,"b"', 2],
    ['a carriage return at the end', 'a,"b"\r', 2],
    ['nothing', '', 1],
  ])('leaves %s to a second look', (_, text, fieldCount) => {
    expect(found(text, fieldCount)).toBeUndefined();
  });

  it('finds the fields of every written row that has no quotes inside', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ã', ',', '\n', '\r\n', '-', '0', ' '), { maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (fields) => {
        expect(found(`${formatCsvRow(fields)}more`, fields.length)?.fields).toEqual(fields);
      }),
    );
  });
});
