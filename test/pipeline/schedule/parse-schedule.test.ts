import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { parseSchedule } from '../../../src/pipeline/schedule/parse-schedule.ts';

const refusal = (code: string, facts: object) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) });

describe('parseSchedule', () => {
  it('reads a cron expression field by field', () => {
    expect(parseSchedule('cron(0/20 8-10 ? JAN,3 MON-WED 2026-2030/2)')).toEqual({
      kind: 'cron',
      minutes: [0, 20, 40],
      hours: [8, 9, 10],
      days: { kind: 'week', weekdays: [2, 3, 4] },
      months: [1, 3],
      years: [2026, 2028, 2030],
    });
  });

  it.each([
    ['L ? ', { kind: 'last' }],
    ['15W ?', { kind: 'weekday-nearest', day: 15 }],
    ['1,10-12 ?', { kind: 'month', days: [1, 10, 11, 12] }],
    ['? L', { kind: 'week', weekdays: [7] }],
    ['? 6L', { kind: 'last-of-weekday', weekday: 6 }],
    ['? FRIL', { kind: 'last-of-weekday', weekday: 6 }],
    ['? 3#2', { kind: 'nth-of-weekday', weekday: 3, nth: 2 }],
  ])('reads the days %j', (fields, days) => {
    const [ofMonth, ofWeek] = fields.split(' ');
    expect(parseSchedule(`cron(0 3 ${ofMonth} * ${ofWeek} *)`)).toMatchObject({ days });
  });

  it.each([
    ['rate(1 minute)', 60_000],
    ['rate(12 hours)', 43_200_000],
    ['rate(7 days)', 604_800_000],
  ])('reads %s', (text, everyMs) => {
    expect(parseSchedule(text)).toEqual({ kind: 'rate', everyMs });
  });
});

describe('parseSchedule of what EventBridge does not take', () => {
  it.each([
    ['60 3 * * ? *', { field: 'minutes', value: '60' }],
    ['0 24 * * ? *', { field: 'hours', value: '24' }],
    ['0 3 0 * ? *', { field: 'day of month', value: '0' }],
    ['0 3 L,15 * ? *', { field: 'day of month', value: 'L' }],
    ['0 3 * 13 ? *', { field: 'month', value: '13' }],
    ['0 3 ? * 0 *', { field: 'day of week', value: '0' }],
    ['0 3 ? * 2/2 *', { field: 'day of week', value: '2/2' }],
    ['0 3 ? * 3#6 *', { field: 'day of week', value: '3#6' }],
    ['0 3 ? * 3#1,6#3 *', { field: 'day of week', value: '3#1,6#3' }],
    ['0 3 * * ? 1969', { field: 'year', value: '1969' }],
    ['0/0 3 * * ? *', { field: 'minutes', value: '0/0' }],
    ['1//2 3 * * ? *', { field: 'minutes', value: '1//2' }],
    ['1-2-3 3 * * ? *', { field: 'minutes', value: '1-2-3' }],
    ['5, 3 * * ? *', { field: 'minutes', value: '' }],
  ])('says which field of cron(%s) is wrong', (body, details) => {
    expect(() => parseSchedule(`cron(${body})`)).toThrow(refusal('schedule.bad-field', { details }));
  });

  it('says how to write names and ranges over the end of a week', () => {
    expect(() => parseSchedule('cron(0 3 ? * mon *)')).toThrow(refusal('schedule.bad-field', { mend: 'write MON' }));
    expect(() => parseSchedule('cron(0 3 ? * FRI-MON *)')).toThrow(
      refusal('schedule.bad-field', { mend: 'write FRI-SAT,SUN-MON' }),
    );
  });

  it.each([
    ['* *', 'write * as the day of month and ? as the day of week'],
    ['15 *', 'write 15 as the day of month and ? as the day of week'],
    ['* MON', 'write ? as the day of month and MON as the day of week'],
    ['? ?', 'write * as the day of month for every day'],
    ['1 MON', 'write two schedules, one for the days of the month and one for those of the week'],
  ])('says which of the days %j must be ?', (days, mend) => {
    const [ofMonth, ofWeek] = days.split(' ');
    expect(() => parseSchedule(`cron(0 3 ${ofMonth} * ${ofWeek} *)`)).toThrow(refusal('schedule.both-days', { mend }));
  });

  it.each([
    ['0 3 * * *', 'write cron(0 3 * * ? *), and mind that its hours are UTC'],
    ['cron(30 6 * * 1-5)', 'write cron(30 6 ? * MON-FRI *), and mind that its hours are UTC'],
    ['@daily', 'write cron(0 0 * * ? *), and mind that its hours are UTC'],
    [
      '0 3 1 * 7',
      'Unix runs it on the one or the other day: write two schedules, cron(0 3 1 * ? *) and cron(0 3 ? * SUN *)',
    ],
  ])('translates %s from Unix', (text, mend) => {
    expect(() => parseSchedule(text)).toThrow(refusal('schedule.unix-cron', { seen: text, mend }));
  });

  it('says which field is wrong even in Unix', () => {
    expect(() => parseSchedule('99 3 * * *')).toThrow(
      refusal('schedule.bad-field', { details: { field: 'minutes', value: '99' } }),
    );
  });

  it.each([
    ['rate(1 minutes)', 'write rate(1 minute)'],
    ['rate(5 minute)', 'write rate(5 minutes)'],
    ['rate(0 minutes)', 'write rate(1 hour) or rate(5 minutes)'],
    ['rate(1 week)', 'write rate(1 hour) or rate(5 minutes)'],
  ])('says how to write %s', (text, mend) => {
    expect(() => parseSchedule(text)).toThrow(refusal('schedule.bad-rate', { seen: text, mend }));
  });

  it.each([
    ['at(2026-12-01T03:05:00)', 'a rule takes no time that comes once; write cron(5 3 1 12 ? 2026)'],
    ['every night', 'write it as cron(0 3 * * ? *) for every day at 03:00 UTC, or rate(1 day)'],
    ['', 'write it as cron(0 3 * * ? *) for every day at 03:00 UTC, or rate(1 day)'],
    ['cron(0 3 * * ? * *)', 'write it as cron(0 3 * * ? *) for every day at 03:00 UTC, or rate(1 day)'],
  ])('says what to write for %j', (text, mend) => {
    expect(() => parseSchedule(text)).toThrow(refusal('schedule.bad-expression', { seen: text, mend }));
  });

  it('refuses any text in one way only: by a schedule.* error', () => {
    const cronLike = fc.string({ unit: fc.constantFrom(...'019*?,-/LW# MONcron()rate@'), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          cronLike,
          cronLike.map((body) => `cron(${body})`),
        ),
        (text) => void expect(outcomeOf(text)).toMatch(/^(cron|rate|schedule\..+)$/),
      ),
      { numRuns: 2_000 },
    );
  });
});

/** What it is read as, or the code of the error. */
function outcomeOf(text: string): string {
  try {
    return parseSchedule(text).kind;
  } catch (error) {
    return SluiceError.is(error) ? error.code : String(error);
  }
}
