import { describe, expect, it } from 'vitest';
import { formatCsvField, formatCsvRow } from '../../../src/data/csv/format.ts';

describe('formatCsvField', () => {
  it.each([
    ['plain', 'plain'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['carriage\r', '"carriage\r"'],
  ])('writes %j as %j', (text, field) => {
    expect(formatCsvField(text)).toBe(field);
  });
});

describe('formatCsvRow', () => {
  it('joins fields by commas and ends the line', () => {
    expect(formatCsvRow(['a', 'b,c', ''])).toBe('a,"b,c",\n');
  });
});
