import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../../src/data/csv/parse-time.ts';

function parse(text: string): number {
  const bytes = Buffer.from(`>${text}<`);
  return parseTime(bytes, 1, bytes.length - 1);
}

const instants = fc.date({
  min: new Date('0000-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59Z'),
  noInvalidDate: true,
});

describe('parseTime', () => {
  it('reads every instant from the year 0 to 9999 as ISO 8601', () => {
    fc.assert(
      fc.property(instants, (date) => {
        expect(parse(date.toISOString())).toBe(date.getTime());
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a time without zone for UTC, with a space or a T', () => {
    expect(parse('2018-05-03 12:34:56')).toBe(Date.UTC(2018, 4, 3, 12, 34, 56));
    expect(parse('2018-05-03T12:34:56')).toBe(Date.UTC(2018, 4, 3, 12, 34, 56));
  });

  it('takes a date for its midnight', () => {
    expect(parse('2020-02-29')).toBe(Date.UTC(2020, 1, 29));
  });

  it.each([
    ['2018-05-03T12:00:00Z', 0],
    ['2018-05-03T09:00:00-03:00', 0],
    ['2018-05-03 14:30:00+0230', 0],
    ['2018-05-03 14:00:00+02', 0],
    ['2018-05-03T12:00:00.5', 500],
    ['2018-05-03T12:00:00.123456789Z', 123],
    ['2018-05-03T15:00:00.25+03:00', 250],
  ])('reads %s', (text, milliseconds) => {
    expect(parse(text)).toBe(Date.UTC(2018, 4, 3, 12, 0, 0, milliseconds));
  });

  it.each([
    '',
    '2018',
    '2018-5-3',
    '2018-13-01',
    '2018-00-01',
    '2018-04-31',
    '1900-02-29',
    '2018-05-03 ',
    '2018-05-03 12:00',
    '2018-05-03 24:00:00',
    '2018-05-03 12:60:00',
    '2018-05-03 12:00:60',
    '2018-05-03x12:00:00',
    '2018-05-03 12:00:00.',
    '2018-05-03 12:00:00.1234567890',
    '2018-05-03 12:00:00+24:00',
    '2018-05-03 12:00:00 +01:00',
    '2018-05-03 12:00:00x',
    '2018-05-03 12:00:00Zulu and much more text',
    '03/05/2018',
    '+018-05-03',
    '1525348800000',
  ])('has no time for %j', (text) => {
    expect(parse(text)).toBeNaN();
  });
});
